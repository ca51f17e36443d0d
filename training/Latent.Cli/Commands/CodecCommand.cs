using System.CommandLine;
using Latent.Codecs;
using Latent.Runtime;
using Spectre.Console;

namespace Latent.Cli;

/// <summary>A subcommand that runs the bundle of a codec over files.</summary>
internal abstract class CodecCommand : LatentSubcommand
{
    private readonly Argument<string> bundle = CommonOptions.Bundle();
    private readonly Option<Device> device = CommonOptions.Device();
    private readonly Argument<string[]> inputs;
    private readonly Option<string> output;

    protected CodecCommand(string name, string description, string inputHelp, string outputHelp, Terminal terminal, CancellationToken cancellation)
        : base(name, description, terminal, cancellation)
    {
        inputs = new Argument<string[]>("FILE") { Description = inputHelp, Arity = ArgumentArity.OneOrMore };
        output = CommonOptions.Out(outputHelp);
        Arguments.Add(bundle);
        Arguments.Add(inputs);
        Options.Add(output);
        Options.Add(device);
    }

    /// <summary>The ending of the files that are written.</summary>
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

    /// <summary>Refuses options that the codec cannot serve, before any file is read.</summary>
    protected virtual void Check(Invocation call, ImageCodec codec)
    {
    }

    /// <summary>The files that an input stands for.</summary>
    protected abstract IEnumerable<string> FilesOf(IEnumerable<string> inputs);

    /// <summary>Reads a file, and writes another.</summary>
    protected abstract CodedFile Convert(Invocation call, ImageCodec codec, string file, string target);

    private List<string> TargetsOf(IReadOnlyList<string> files, string path)
    {
        var isFolder = path.EndsWith('/') || path.EndsWith(Path.DirectorySeparatorChar);
        if (!isFolder && files.Count > 1)
            throw new UsageException($"'{path}' is one file, and there are {files.Count} to write. Use a path that ends in a slash for a folder.");
        if (!isFolder && (Directory.Exists(path) || Path.GetExtension(path) != Ending))
            throw new UsageException($"'{path}' is no place for the result. Use a path that ends in {Ending}, or in a slash for a folder.");

        List<string> targets = isFolder ? [.. files.Select(file => Path.Combine(path, Path.GetFileNameWithoutExtension(file) + Ending))] : [path];
        if (targets.GroupBy(target => target).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new UsageException($"Two of the files would become '{twice.Key}'. Give them different names, or different folders in two calls.");
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
