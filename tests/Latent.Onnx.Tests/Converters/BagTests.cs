using Latent.Tests;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests;

/// <summary>Bags of tokens as inputs of a graph, and their requirements.</summary>
public sealed class BagTests : IDisposable
{
    private static readonly Dim Tokens = Dim.Symbolic("tokens");
    private static readonly Dim Bags = Dim.Symbolic("bags");

    private readonly TemporaryFolder folder = new();

    private string Target => folder["model.onnx"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false, "bags")]
    [InlineData(true, "bags-1")]
    public void Export_OfTokensAndOffsets_AgreesOnBagsOfAnySize(bool includesEnd, string bags)
    {
        using var model = Evaluating.Create(EmbeddingBag(9, 4, mode: EmbeddingBagMode.Sum, include_last_offset: includesEnd));
        var inputs = Inputs.Create(
            ("tokens", [Tokens], ElementType.Int64), ("offsets", [Bags], ElementType.Int64), ("weights", [Tokens], ElementType.Float32));
        var samples = new IReadOnlyList<Tensor>[]
        {
            [tensor(new[] { 3L, 1, 8, 8, 2 }), tensor(new[] { 0L, 2, 2, 5 }), rand(5)],
            [tensor(new[] { 7L }), tensor(new[] { 0L, 1 }), rand(1)],
        };

        var report = OnnxExporter.Export(model, Target, inputs, new ExportOptions { Parity = new ParityOptions { Samples = samples } });

        Assert.Equal(2, report.Parity!.Outputs.Count);
        Assert.EndsWith($"output y: float[{bags}, 4]\n", OnnxModel.Load(Target).ToString());
    }

    [Fact]
    public void Export_OfRowsWithTheLastOffsetIncluded_IsRejected()
    {
        using var model = Evaluating.Create(new Holder(EmbeddingBag(9, 4, include_last_offset: true)));

        Assert.Equal(
            "EmbeddingBag at 'bag' was made with include_last_offset: of [batch, n], TorchSharp loses the last bag. " +
            "Expected concatenated tokens and offsets, or include_last_offset false.",
            MessageOf(model, Inputs.Create(("tokens", [Dim.Batch, 5], ElementType.Int64))));
    }

    [Fact]
    public void Export_OfTokensInARowWithoutOffsets_SaysWhatIsExpected()
    {
        using var model = Evaluating.Create(new Holder(EmbeddingBag(9, 4)));

        Assert.Equal(
            "EmbeddingBag at 'bag' takes bags of tokens, [batch, n] as Int64. Received tokens: Int64 [tokens].",
            MessageOf(model, Inputs.Create(("tokens", [Tokens], ElementType.Int64))));
    }

    [Fact]
    public void Export_WithOffsetsThatAreNoRow_SaysWhatIsExpected()
    {
        using var model = Evaluating.Create(EmbeddingBag(9, 4));

        Assert.Equal(
            "EmbeddingBag takes the offsets of bags, [bags] as Int64. Received offsets: Int64 [bags, 1].",
            MessageOf(model, Inputs.Create(("tokens", [Tokens], ElementType.Int64), ("offsets", [Bags, 1], ElementType.Int64))));
        Assert.Equal(
            "EmbeddingBag takes bags of tokens, [n] with offsets as Int64. Received tokens: Int64 [batch, 3].",
            MessageOf(model, Inputs.Create(("tokens", [Dim.Batch, 3], ElementType.Int64), ("offsets", [Bags], ElementType.Int64))));
    }

    private string MessageOf(Module model, Inputs inputs) =>
        Assert.Throws<ExportException>(() => OnnxExporter.Export(model, Target, inputs)).Message;

    private sealed class Holder : PortableModule
    {
        private readonly TorchSharp.Modules.EmbeddingBag bag;

        public Holder(TorchSharp.Modules.EmbeddingBag bag)
            : base(nameof(Holder))
        {
            this.bag = bag;
            RegisterComponents();
        }

        public override V Forward<V>(V x) => x.Apply(bag);
    }
}
