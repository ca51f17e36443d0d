using System.CommandLine;
using Latent.Codecs;
using Latent.Runtime;
using Spectre.Console;

namespace Latent.Cli;

/// <summary>A subcommand that runs a codec bundle on files.</summary>
internal abstract class CodecCommand : LatentSubcommand
{
    private readonly Argument<string> bundle = CommonOptions.Bundle();
    private readonly Option<Device> device = CommonOptions.Device();
    private readonly Argument<string[]> inputs;
    private readonly Option<string> output;

    protected CodecCommand(
        string name,
        string description,
        string inputHelp,
        string outputHelp,
        Terminal terminal,
        CancellationToken cancellation)
        : base(name, description, terminal, cancellation)
    {
        inputs = new Argument<string[]>("FILE") { Description = inputHelp, Arity = ArgumentArity.OneOrMore };
        output = CommonOptions.Out(outputHelp);
        Arguments.Add(bundle);
        Arguments.Add(inputs);
        Options.Add(output);
        Options.Add(device);
    }

    /// <summary>The file extension of the output files.</summary>
    protected abstract string Ending { get; }

    protected override int Execute(Invocation call)
    {
        using var codec = ImageCodec.Load(call.Get(bundle), new RuntimeOptions { Device = call.Get(device), Threads = 0 });
        Check(call, codec);
        var files = FilesOf(call.Get(inputs)).ToList();
        var targets = TargetsOf(files, call.Get(output));
        var written = files.Zip(targets, (file, target) => Convert(call, codec, file, target)).ToList();
        Answer(call, written);
        return ExitCode.Done;
    }

    /// <summary>Rejects options that the codec does not support, before any file is read.</summary>
    protected virtual void Check(Invocation call, ImageCodec codec)
    {
    }

    /// <summary>Returns the files that the inputs refer to.</summary>
    protected abstract IEnumerable<string> FilesOf(IEnumerable<string> inputs);

    /// <summary>Reads a file and writes the converted file.</summary>
    protected abstract CodedFile Convert(Invocation call, ImageCodec codec, string file, string target);

    private List<string> TargetsOf(IReadOnlyList<string> files, string path)
    {
        var isFolder = path.EndsWith('/') || path.EndsWith(Path.DirectorySeparatorChar);
        if (!isFolder && files.Count > 1)
        {
            throw new UsageException(
                $"'{path}' is a single file, but there are {files.Count} files to write. Use a path that ends in a slash for a folder.");
        }

        if (!isFolder && (Directory.Exists(path) || Path.GetExtension(path) != Ending))
            throw new UsageException($"'{path}' is not a valid output path. Use a path that ends in {Ending}, or in a slash for a folder.");

        List<string> targets = isFolder
            ? [.. files.Select(file => Path.Combine(path, Path.GetFileNameWithoutExtension(file) + Ending))]
            : [path];
        if (targets.GroupBy(target => target).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new UsageException(
                $"Two of the files would be written to '{twice.Key}'. "
                + "Rename one of them, or convert them in two calls with different folders.");
        }

        var known = new InputFiles();
        known.Add(files);
        targets.ForEach(known.RejectReplacement);
        WritableFolder.Check(isFolder ? path : Path.GetDirectoryName(Path.GetFullPath(path))!);
        return targets;
    }

    private static void Answer(Invocation call, IReadOnlyList<CodedFile> written)
    {
        call.Answer(new { files = written }, console =>
        {
            foreach (var file in written)
                console.WriteLine(file.ToString());
        });
    }
}
