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
    private readonly Option<bool> compare = new("--compare") { Description = "Compare several bundles on one page." };
    private readonly Option<string> output = new("--out", "-o")
    {
        Description = $"Output file: a copy of the page of one bundle, or the comparison page. [default with --compare: {ComparisonFile}]",
        HelpName = "FILE",
    };

    public ReportCommand(Terminal terminal, CancellationToken cancellation)
        : base("report", "Prints the path of the report page in a bundle, or compares several bundles on one page.", terminal, cancellation)
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
                result.AddError($"--out takes one page, but {count} bundles have one page each. Add --compare to combine them.");
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
        var page = ComparisonPage.Write(opened);
        Save(file, page);
        call.Answer(
            new { bundles = opened.Select(each => each.Path), @out = file },
            $"Wrote {file} ({NumberText.Bytes(new FileInfo(file).Length)})");
    }

    private void Find(Invocation call, IEnumerable<(string Path, Bundle Bundle)> opened)
    {
        var reports = opened.Select(each => new { bundle = each.Path, report = ProvidePage(each.Bundle, call.Find(output)) }).ToList();
        call.Answer(new { reports }, string.Join('\n', reports.Select(report => report.report)));
    }

    // A bundle of an earlier version has no page; it is generated from the bundle's files.
    private static string ProvidePage(Bundle bundle, string? copy)
    {
        var (page, exists) = BundleReport.Page(bundle);
        var file = copy ?? BundleReport.PathOf(bundle);
        if (copy is not null || !exists)
            Save(file, page);
        return file;
    }

    private static void Save(string file, string page)
    {
        if (Path.GetExtension(file) != ".html" || Directory.Exists(file))
            throw new UsageException($"'{file}' is not a valid path for a page. Use the path of a file that ends in .html.");
        WritableFolder.Check(Path.GetDirectoryName(Path.GetFullPath(file))!);
        HtmlPage.Save(file, page);
    }
}
