using Latent.Onnx.Files;
using Latent.Onnx.Schema;
using Latent.Runtime;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Verification;

/// <summary>Writes one graph to a temporary file, compares it with its model, then publishes it.</summary>
internal sealed class SingleExport
{
    private readonly IReadOnlyList<GraphInput> inputs;
    private readonly ExportOptions options;
    private readonly bool isCompared;
    private readonly CancellationToken cancellation;
    private readonly ParityRun parity;
    private readonly ModelProto model;
    private readonly ModelFile file;
    private readonly Dictionary<string, WeightSource> weights = [];

    /// <param name="root">The module that owns the weights.</param>
    /// <param name="computation">The computation of the graph.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="isCompared">Whether it is compared with the model before it appears.</param>
    /// <param name="cancellation">Ends the export.</param>
    /// <exception cref="ExportException">The model cannot be recorded.</exception>
    public SingleExport(
        Module root,
        IComputation computation,
        IReadOnlyList<GraphInput> inputs,
        ExportOptions options,
        bool isCompared,
        CancellationToken cancellation)
    {
        (this.inputs, this.options, this.isCompared, this.cancellation) = (inputs, options, isCompared, cancellation);
        cancellation.ThrowIfCancellationRequested();
        ModelState.Check(root);
        if (isCompared)
            WarmUp();
        parity = new ParityRun(root, computation, inputs, options);
        model = GraphRecording.Record(new GraphBuilder(root, options, weights), inputs, computation.Run, options);
        file = new ModelFile(model, weights);
    }

    private bool IsExternal =>
        options.Weights == WeightPlacement.External
            || (options.Weights == WeightPlacement.Automatic && file.Length > options.SingleFileLimit);

    /// <summary>Writes the file, and the weights' file where they go beside it.</summary>
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
            throw new ExportException(
                $"The weights are to go beside the graph ({options.Weights}, {file.Length} bytes), and a stream holds one file. " +
                $"Export to a file, or keep the weights inside and below {options.SingleFileLimit} bytes.");

        const string Name = "model.onnx";
        using var staged = new StagedFiles(Path.Combine(Path.GetTempPath(), Name));
        var report = Make(staged, Name);
        using var written = File.OpenRead(staged.PathOf(Name));
        written.CopyTo(stream);
        return report;
    }

    // Loading ONNX Runtime for the first time is slow, so it runs while the graph is recorded and written. Its
    // errors are reported where it is used.
    private static void WarmUp() => _ = Task.Run(() => GraphSession.EngineVersion);

    private static string DataOf(string path) => $"{Path.GetFileName(path)}.data";

    private ExportReport Make(StagedFiles staged, string name)
    {
        ParityReport? report = null;
        if (isCompared)
            report = WriteAndCompare(staged, name);
        else
            Write(staged, name, cancellation);
        return new()
        {
            Opset = options.Opset,
            Nodes = file.Nodes,
            Initializers = file.Initializers,
            Bytes = new FileInfo(staged.PathOf(name)).Length,
            ExternalBytes = IsExternal ? new FileInfo(staged.PathOf(DataOf(name))).Length : 0,
            Parity = report,
        };
    }

    // Disk and processor work at the same time: TorchSharp computes while the weights are written.
    private ParityReport WriteAndCompare(StagedFiles staged, string name)
    {
        using var scope = NewDisposeScope();
        var (offsets, expected) = Together(
            token => Write(staged, name, token), token => parity.Expect(ParitySamples.For(inputs, options.Parity), token));
        var comparison = file.WeightBytes < options.SharingFrom
            ? Compare(ParityRun.Open(staged.PathOf(name)), expected, cancellation)
            : CompareInPlace(staged, name, offsets, expected);
        var report = parity.Report(staged.PathOf(name), comparison);
        return report.Agrees ? report : throw new DivergenceException(report);
    }

    // ONNX Runtime takes large weights from the model's own memory, so that a comparison holds no second copy of them. Meanwhile the
    // file is read back, to check that it holds the same bytes.
    private Comparison CompareInPlace(
        StagedFiles staged, string name, IReadOnlyDictionary<string, long> offsets, IReadOnlyList<ExpectedSample> expected)
    {
        var lean = WriteLean(staged, name, offsets);
        var (_, comparison) = Together(
            token => ReadBack(staged, name, offsets, token),
            token => Compare(ParityRun.Open(staged.PathOf(lean), file.Shared().ToDictionary()), expected, token));
        return comparison;
    }

    private Comparison Compare(GraphSession opened, IReadOnlyList<ExpectedSample> expected, CancellationToken token)
    {
        using var session = opened;
        return parity.Compare(session, expected, token);
    }

    // Both have ended when it returns, however it ends, so that what they use can be disposed. A failure cancels the other, and is the
    // one that is thrown.
    private (TBeside Beside, THere Here) Together<TBeside, THere>(
        Func<CancellationToken, TBeside> beside, Func<CancellationToken, THere> here)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var task = Task.Run(() => Ending(beside));
        try
        {
            var result = Ending(here);
            return (task.GetAwaiter().GetResult(), result);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (task.GetAwaiter().GetResult(), default!);
        }
        finally
        {
            Task.WaitAny(task);
        }

        T Ending<T>(Func<CancellationToken, T> work)
        {
            try
            {
                return work(ended.Token);
            }
            catch
            {
                ended.Cancel();
                throw;
            }
        }
    }

    private IReadOnlyDictionary<string, long> Write(StagedFiles staged, string name, CancellationToken token) => staged.Guarded(() =>
    {
        if (!IsExternal && file.Length > options.SingleFileLimit)
            throw new ExportException(
                $"The graph with its weights has {file.Length} bytes. The limit of a file is {options.SingleFileLimit}: " +
                "place the weights beside it (WeightPlacement.Automatic or External).");

        using var graph = options.Create(staged.PathOf(name));
        if (!IsExternal)
            return file.Write(graph, token);

        using var data = options.Create(staged.PathOf(DataOf(name)));
        return file.Write(graph, data, DataOf(name), token);
    });

    // The compared graph refers to the weights in the written file, whether they are inside it or beside it.
    private string WriteLean(StagedFiles staged, string name, IReadOnlyDictionary<string, long> offsets)
    {
        if (IsExternal)
            return name;
        var lean = $"{name}.lean";
        staged.Guarded(() =>
        {
            using var graph = File.Create(staged.PathOf(lean));
            file.WriteLean(graph, name, offsets);
        });
        return lean;
    }

    private bool ReadBack(StagedFiles staged, string name, IReadOnlyDictionary<string, long> offsets, CancellationToken token) =>
        staged.Guarded(() =>
    {
        using var data = File.OpenRead(staged.PathOf(IsExternal ? DataOf(name) : name));
        file.Check(data, offsets, token);
        return true;
    });
}
