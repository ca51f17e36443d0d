using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests;

/// <summary>The examples of docs/exporter.md: the body of each method appears there.</summary>
internal static class ExporterExample
{
    public static void Export()
    {
        var model = Sequential(Linear(784, 400), ReLU(), Linear(400, 10));
        model.eval();

        var report = OnnxExporter.Export(model, "model.onnx", Inputs.Create(("x", [Dim.Batch, 784])), new ExportOptions { Opset = 17 });
        Console.WriteLine(report);   // nodes, initializers, bytes, parity per output and batch size
    }

    public static void ExportSeveral()
    {
        using var model = new Tagger();
        model.eval();

        var inputs = Inputs.Create(
            ("tokens", [Dim.Batch, Dim.Sequence], ElementType.Int64),
            ("weights", [Dim.Batch, Dim.Sequence, 1], ElementType.Float32));
        OnnxExporter.Export(model, "tagger.onnx", inputs, new ExportOptions
        {
            Weights = WeightPlacement.External,                                   // tagger.onnx.data beside it
            Metadata = new Dictionary<string, string> { ["author"] = "me" },
            Parity = new ParityOptions
            {
                Tolerance = 1e-5,
                Extents = new Dictionary<string, IReadOnlyList<long>> { ["sequence"] = [1, 7, 30] },
            },
        });
    }

    public static void Register(Module<Tensor, Tensor> model)
    {
        var converters = ConverterRegistry.Default.With<Square>((graph, layer, x) => x * x);

        OnnxExporter.Export(model, "squares.onnx", Inputs.Create(("x", [Dim.Batch, 4])), new ExportOptions { Converters = converters });
    }

    public static void Verify(Module<Tensor, Tensor> model)
    {
        var report = OnnxExporter.Verify(model, "model.onnx", [randn(5, 784), randn(64, 784)]);
        Console.WriteLine(report);
        if (!report.Agrees)
            report.Save("parity.md");    // the first node that differs, and what reproduces it
    }

    // Shown in the document verbatim.
    internal sealed class Tagger : PortableModel
    {
        private readonly Embedding table = Embedding(1000, 32);
        private readonly GRU reader = GRU(32, 24, batchFirst: true, bidirectional: true);
        private readonly Linear tags = Linear(48, 5);

        public Tagger()
            : base(nameof(Tagger)) => RegisterComponents();

        public override IReadOnlyList<(string Name, V Value)> Run<V>(IReadOnlyList<V> inputs)
        {
            var words = inputs[0].Apply(table) * inputs[1];
            var (steps, last) = words.Apply(reader);
            return [("tags", steps.Apply(tags).Softmax(-1)), ("state", last)];
        }
    }

    internal sealed class Square() : Module<Tensor, Tensor>(nameof(Square))
    {
        public override Tensor forward(Tensor input) => input * input;
    }
}
