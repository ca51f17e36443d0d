using Latent.Onnx.Schema;
using Latent.Onnx.Writing;
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
        parity = new ParityRun(root, computation, inputs, options);
        model = OnnxExporter.Record(new GraphBuilder(root, options, weights), inputs, computation.Run, options);
        file = new ModelFile(model, weights);
    }

    private bool IsExternal => options.Weights == WeightPlacement.External || (options.Weights == WeightPlacement.Automatic && file.Length > options.SingleFileLimit);

    /// <summary>Writes the file, and one for its weights where they go beside it.</summary>
    public ExportReport ToFile(string path)
    {
        var name = Path.GetFileName(path);
        var dataName = $"{name}.data";
        using var staged = new StagedFiles(path);
        staged.Guard(() => Write(staged, name, dataName));
        var report = ReportOf(staged, name, dataName, path);
        staged.Commit(IsExternal ? [dataName, name] : [name]);
        return report;
    }

    /// <summary>Writes into a stream.</summary>
    public ExportReport ToStream(Stream stream)
    {
        if (IsExternal)
            throw new ExportException($"The weights are to go beside the graph ({options.Weights}, {file.Length} bytes), and a stream has no place beside it. Export to a file, or keep the weights inside and below {options.SingleFileLimit} bytes.");

        const string Name = "model.onnx";
        using var staged = new StagedFiles(Path.Combine(Path.GetTempPath(), Name));
        staged.Guard(() => Write(staged, Name, ""));
        var report = ReportOf(staged, Name, "", null);
        using var written = File.OpenRead(staged.PathOf(Name));
        written.CopyTo(stream);
        return report;
    }

    private void Write(StagedFiles staged, string name, string dataName)
    {
        if (!IsExternal && file.Length > options.SingleFileLimit)
            throw new ExportException($"The graph with its weights has {file.Length} bytes. A file can have {options.SingleFileLimit}: let the weights go beside it (WeightPlacement.Automatic or External).");

        using var graph = options.Create(staged.PathOf(name));
        if (!IsExternal)
        {
            file.Write(graph, cancellation);
            return;
        }

        using var data = options.Create(staged.PathOf(dataName));
        file.Write(graph, data, dataName, cancellation);
    }

    private ExportReport ReportOf(StagedFiles staged, string name, string dataName, string? path) => new()
    {
        Path = path,
        Opset = options.Opset,
        Nodes = file.Nodes,
        Initializers = file.Initializers,
        Bytes = new FileInfo(staged.PathOf(name)).Length,
        ExternalBytes = IsExternal ? new FileInfo(staged.PathOf(dataName)).Length : 0,
        Parity = options.Parity.IsChecked ? Compared(staged.PathOf(name)) : null,
    };

    private ParityReport Compared(string written)
    {
        using var scope = NewDisposeScope();
        var given = options.Parity.Samples;
        var report = parity.Compare(written, given.Count > 0 ? ParitySamples.Of(given, inputs) : ParitySamples.Draw(inputs, options.Parity), cancellation);
        return report.Agrees ? report : throw new DivergenceException(report);
    }
}
