using Google.Protobuf;
using Latent.Onnx.Files;
using Latent.Onnx.Schema;
using Latent.Runtime;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Verification;

/// <summary>
/// Writes several graphs over one file of weights to a temporary folder, compares each with its model, then publishes all.
/// </summary>
internal sealed class SharedExport
{
    private readonly Module root;
    private readonly string weightsName;
    private readonly CancellationToken cancellation;
    private readonly IReadOnlyList<Entry> entries;
    private readonly WeightsFile weights;

    /// <param name="root">The module that owns the weights.</param>
    /// <param name="graphs">The graphs.</param>
    /// <param name="weightsName">The name of the weights' file.</param>
    /// <param name="cancellation">Ends the export.</param>
    /// <exception cref="ExportException">Names clash, or a graph cannot be recorded.</exception>
    public SharedExport(Module root, IReadOnlyList<NamedGraph> graphs, string weightsName, CancellationToken cancellation)
    {
        (this.root, this.weightsName, this.cancellation) = (root, weightsName, cancellation);
        cancellation.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfZero(graphs.Count);
        CheckNames([.. graphs.Select(graph => $"{graph.Name}.onnx"), weightsName]);
        ModelState.Check(root);
        weights = new WeightsFile(weightsName);
        entries = [.. graphs.Select(Record)];
    }

    /// <summary>Writes the files into a folder.</summary>
    /// <returns>The reports of the graphs, in their order.</returns>
    public IReadOnlyList<ExportReport> ToFolder(string folder)
    {
        using var scope = NewDisposeScope();
        using var staged = new StagedFiles(Path.Combine(folder, weightsName));
        staged.Guarded(() => Write(staged));
        if (entries.Any(Shares))
            staged.Guarded(() => ReadBack(staged));
        ExportReport[] reports = [.. entries.Select(entry => Compare(staged, entry) with { Path = Path.Combine(folder, entry.FileName) })];
        staged.Commit([weightsName, .. entries.Select(entry => entry.FileName)]);
        return reports;
    }

    private static void CheckNames(IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(name => Path.GetFileName(name) != name) is { } path)
            throw new ExportException($"'{path}' is not a file name. Expected a name without folders, as all files lie in one folder.");
        if (names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ExportException($"Two files have the name '{twice.Key}'. Expected a name of its own for each graph.");
    }

    private Entry Record(NamedGraph graph)
    {
        cancellation.ThrowIfCancellationRequested();
        var options = graph.Options with { GraphName = graph.Name };
        var deferred = new Dictionary<string, WeightSource>();
        var parity = new ParityRun(root, graph.Computation, graph.Inputs, options);
        var model = GraphRecording.Record(new GraphBuilder(root, options, deferred), graph.Inputs, graph.Computation.Run, options);
        foreach (var initializer in model.Graph.Initializer.Where(initializer => WeightsFile.Holds(initializer.Name)))
            weights.Take(initializer, deferred.GetValueOrDefault(initializer.Name));
        return new Entry(graph, options, model, deferred, parity);
    }

    private void Write(StagedFiles staged)
    {
        foreach (var entry in entries)
        {
            using var file = entry.Options.Create(staged.PathOf(entry.FileName));
            entry.Model.WriteTo(file);
        }

        using var data = entries[0].Options.Create(staged.PathOf(weightsName));
        weights.Write(data, cancellation);
    }

    private ExportReport Compare(StagedFiles staged, Entry entry)
    {
        using var scope = NewDisposeScope();
        var path = staged.PathOf(entry.FileName);
        var expected = entry.Parity.Expect(ParitySamples.For(entry.Graph.Inputs, entry.Options.Parity), cancellation);
        using var session = Shares(entry) ? ParityRun.Open(path, SharedWeights(entry)) : ParityRun.Open(path);
        var report = entry.Parity.Report(path, entry.Parity.Compare(session, expected, cancellation));
        if (!report.Agrees)
            throw new DivergenceException(report, entry.Graph.Name);
        return new ExportReport
        {
            Opset = entry.Options.Opset,
            Nodes = entry.Model.Graph.Node.Count,
            Initializers = entry.Model.Graph.Initializer.Count,
            Bytes = new FileInfo(path).Length,
            ExternalBytes = weights.Length,
            Parity = report,
        };
    }

    // ONNX Runtime takes large weights from the model's own memory, so that a comparison holds no second copy of them; the file
    // is read back instead.
    private bool Shares(Entry entry) => weights.Length >= entry.Options.SharingFrom;

    private static Dictionary<string, MemoryTensor> SharedWeights(Entry entry)
    {
        var shared = new Dictionary<string, MemoryTensor>();
        foreach (var (name, source) in entry.Weights)
        {
            if (source.Share() is { } value)
                shared[name] = value;
        }

        return shared;
    }

    private void ReadBack(StagedFiles staged)
    {
        using var data = File.OpenRead(staged.PathOf(weightsName));
        weights.Check(data, cancellation);
    }

    private sealed record Entry(
        NamedGraph Graph, ExportOptions Options, ModelProto Model, IReadOnlyDictionary<string, WeightSource> Weights, ParityRun Parity)
    {
        public string FileName => $"{Graph.Name}.onnx";
    }
}
