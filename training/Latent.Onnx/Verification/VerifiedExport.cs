using Latent.Onnx.Schema;
using Latent.Onnx.Writing;
using Latent.Runtime;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Verification;

/// <summary>An export that is written where nobody looks, compared with its model, and only then appears.</summary>
internal sealed class VerifiedExport
{
    private readonly IReadOnlyList<GraphInput> inputs;
    private readonly ExportOptions options;
    private readonly CancellationToken cancellation;
    private readonly ParityRun parity;
    private readonly ModelProto model;
    private readonly ModelFile file;
    private readonly Dictionary<string, WeightSource> weights = [];

    public VerifiedExport(Module root, IComputation computation, IReadOnlyList<GraphInput> inputs, ExportOptions options, CancellationToken cancellation)
    {
        (this.inputs, this.options, this.cancellation) = (inputs, options, cancellation);
        cancellation.ThrowIfCancellationRequested();
        ModelState.Check(root);
        if (options.Parity.IsChecked)
            WarmUp();
        parity = new ParityRun(root, computation, inputs, options);
        model = OnnxExporter.Record(new GraphBuilder(root, options, weights), inputs, computation.Run, options);
        file = new ModelFile(model, weights);
    }

    private bool IsExternal => options.Weights == WeightPlacement.External || (options.Weights == WeightPlacement.Automatic && file.Length > options.SingleFileLimit);

    /// <summary>Writes the file, and one for its weights where they go beside it.</summary>
    public ExportReport ToFile(string path)
    {
        using var staged = new StagedFiles(path);
        var report = Make(staged, Path.GetFileName(path)) with { Path = path };
        staged.Commit(IsExternal ? [DataOf(path), Path.GetFileName(path)] : [Path.GetFileName(path)]);
        return report;
    }

    /// <summary>Writes into a stream.</summary>
    public ExportReport ToStream(Stream stream)
    {
        if (IsExternal)
            throw new ExportException($"The weights are to go beside the graph ({options.Weights}, {file.Length} bytes), and a stream has no place beside it. Export to a file, or keep the weights inside and below {options.SingleFileLimit} bytes.");

        const string Name = "model.onnx";
        using var staged = new StagedFiles(Path.Combine(Path.GetTempPath(), Name));
        var report = Make(staged, Name);
        using var written = File.OpenRead(staged.PathOf(Name));
        written.CopyTo(stream);
        return report;
    }

    // ONNX Runtime takes its time to be loaded for the first time, which passes while the graph is recorded and written. What
    // goes wrong is told where it is needed.
    private static void WarmUp() => Task.Run(() => GraphSession.EngineVersion);

    private static string DataOf(string path) => $"{Path.GetFileName(path)}.data";

    private ExportReport Make(StagedFiles staged, string name)
    {
        var places = staged.Guarded(() => Write(staged, name));
        return new()
        {
            Opset = options.Opset,
            Nodes = file.Nodes,
            Initializers = file.Initializers,
            Bytes = new FileInfo(staged.PathOf(name)).Length,
            ExternalBytes = IsExternal ? new FileInfo(staged.PathOf(DataOf(name))).Length : 0,
            Parity = options.Parity.IsChecked ? Compared(staged, name, places) : null,
        };
    }

    private IReadOnlyDictionary<string, long> Write(StagedFiles staged, string name)
    {
        if (!IsExternal && file.Length > options.SingleFileLimit)
            throw new ExportException($"The graph with its weights has {file.Length} bytes. A file can have {options.SingleFileLimit}: let the weights go beside it (WeightPlacement.Automatic or External).");

        using var graph = options.Create(staged.PathOf(name));
        if (!IsExternal)
            return file.Write(graph, cancellation);

        using var data = options.Create(staged.PathOf(DataOf(name)));
        return file.Write(graph, data, DataOf(name), cancellation);
    }

    // ONNX Runtime takes the weights from the model's own memory, once the file is known to hold the same bytes: a comparison
    // holds no second copy of them.
    private ParityReport Compared(StagedFiles staged, string name, IReadOnlyDictionary<string, long> places)
    {
        using var scope = NewDisposeScope();
        var holder = IsExternal ? DataOf(name) : name;
        var lean = IsExternal ? name : $"{name}.lean";
        staged.Guarded(() =>
        {
            using (var data = File.OpenRead(staged.PathOf(holder)))
                file.Check(data, places, cancellation);
            if (IsExternal)
                return;
            using var graph = File.Create(staged.PathOf(lean));
            file.WriteLean(graph, holder, places);
        });
        var memory = file.Shared().ToDictionary();
        try
        {
            using var session = ParityRun.Open(staged.PathOf(lean), memory);
            var given = options.Parity.Samples;
            var samples = given.Count > 0 ? ParitySamples.Of(given, inputs) : ParitySamples.Draw(inputs, options.Parity);
            var report = parity.Compare(staged.PathOf(name), session, samples, cancellation);
            return report.Agrees ? report : throw new DivergenceException(report);
        }
        finally
        {
            foreach (var value in memory.Values)
                value.Dispose();
        }
    }
}
