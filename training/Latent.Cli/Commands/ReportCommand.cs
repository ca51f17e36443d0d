using System.CommandLine;
using Latent.Bundles;
using Latent.Training.Reports;

namespace Latent.Cli;

/// <summary><c>latent report</c>.</summary>
internal sealed class ReportCommand : LatentSubcommand
{
    private const string ComparisonFile = "comparison.html";

    private readonly Argument<string[]> bundles = new("BUNDLE")
    {
        Description = "Folder of a bundle, such as artifacts/models/mnist-vae.",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<bool> compare = new("--compare") { Description = "Put several bundles side by side on one page." };
    private readonly Option<string> output = new("--out", "-o")
    {
        Description = $"Where the page goes: a file. Of one bundle a copy; of a comparison the page itself, else {ComparisonFile}.",
        HelpName = "FILE",
    };

    public ReportCommand(Terminal terminal, CancellationToken cancellation)
        : base("report", "Finds the page that training wrote into a bundle, or puts several bundles side by side.", terminal, cancellation)
    {
        Arguments.Add(bundles);
        Options.Add(compare);
        Options.Add(output);
        Validators.Add(result =>
        {
            var count = result.GetValue(bundles)?.Length ?? 0;
            if (result.GetValue(compare) && count == 1)
                result.AddError("--compare takes two bundles or more. Received: 1.");
            if (!result.GetValue(compare) && count > 1 && result.GetValue(output) is not null)
                result.AddError($"--out takes one page, and {count} bundles have a page each. Add --compare to put them on one.");
        });
    }

    public override IReadOnlyList<string> Examples =>
    [
        "latent report artifacts/models/mnist-vae --out report.html",
        "latent report artifacts/models/mnist-dense artifacts/models/mnist-vae --compare",
    ];

    protected override int Execute(Invocation call)
    {
        var opened = call.Get(bundles).Select(path => (Path: path, Bundle: Bundle.Open(path))).ToList();
        if (call.Get(compare))
            Compare(call, opened);
        else
            Find(call, opened);
        return ExitCode.Done;
    }

    private void Compare(Invocation call, IReadOnlyList<(string Path, Bundle Bundle)> opened)
    {
        var file = call.Find(output) ?? ComparisonFile;
        var page = ComparisonPage.Write(ComparedBundle.Read(opened));
        Save(file, page);
        call.Answer(new { bundles = opened.Select(each => each.Path), @out = file }, $"Wrote {file} ({NumberText.Bytes(new FileInfo(file).Length)})");
    }

    private void Find(Invocation call, IEnumerable<(string Path, Bundle Bundle)> opened)
    {
        var reports = opened.Select(each => new { bundle = each.Path, report = Place(each.Bundle, call.Find(output)) }).ToList();
        call.Answer(new { reports }, string.Join('\n', reports.Select(report => report.report)));
    }

    // A bundle of an earlier version has no page: it is made of what the bundle says of itself.
    private static string Place(Bundle bundle, string? copy)
    {
        var (page, isThere) = BundleReport.Page(bundle);
        var file = copy ?? BundleReport.PathOf(bundle);
        if (copy is not null || !isThere)
            Save(file, page);
        return file;
    }

    private static void Save(string file, string page)
    {
        if (Path.GetExtension(file) != ".html" || Directory.Exists(file))
            throw new UsageException($"'{file}' is no place for a page. Use the path of a file that ends in .html.");
        WritableFolder.Check(Path.GetDirectoryName(Path.GetFullPath(file))!);
        HtmlPage.Save(file, page);
    }
}
