using Latent.Onnx.Tests.Modules;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests;

/// <summary>The errors of converters on inputs and settings that they cannot export, and their symbolic extents.</summary>
public sealed class LayerShapeTests
{
    private static readonly Shape Image = new(Dim.Batch, 3, 8, 8);
    private static readonly Shape Steps = new(Dim.Batch, 3, Dim.Sequence);
    private static readonly Shape Volume = new(Dim.Batch, 3, 4, 8, 8);

    public static TheoryData<Module<Tensor, Tensor>, Shape, string> Rejections() => new()
    {
        { Conv2d(4, 8, 3), Image, "Conv2d at 'it' expects [batch, 4, height, width]. Received [batch, 3, 8, 8]." },
        { Conv1d(3, 8, 3), Image, "Conv1d at 'it' expects [batch, 3, length]. Received [batch, 3, 8, 8]." },
        { Conv3d(3, 8, 3), Image, "Conv3d at 'it' expects [batch, 3, depth, height, width]. Received [batch, 3, 8, 8]." },
        {
            Conv2d(3, 8, 9), Image,
            "Conv2d at 'it' slides a window of 9 over dimension 2 of [batch, 3, 8, 8], which has 8 with its padding. Expected at least 9."
        },
        {
            Conv1d(3, 8, 3), Steps,
            "Conv1d at 'it' changes the symbolic dimension 'sequence' of [batch, 3, sequence]. " +
            "Expected a fixed extent in dimension 2, or padding that keeps it, but for the stride."
        },
        {
            Conv2d(3, 8, 3, padding: 9, padding_mode: PaddingModes.Circular), Image,
            "Conv2d at 'it' wraps 9 and 9 elements of dimension 2 of [batch, 3, 8, 8]. Expected 0 to 8."
        },
        {
            Conv2d(3, 8, 3, padding: 8, padding_mode: PaddingModes.Reflect), Image,
            "Conv2d at 'it' reflects 8 and 8 elements of dimension 2 of [batch, 3, 8, 8]. Expected 0 to 7."
        },
        {
            ReflectionPad2d(8), Image,
            "ReflectionPad2d at 'it' reflects 8 and 8 elements of dimension 2 of [batch, 3, 8, 8]. Expected 0 to 7."
        },
        {
            ReplicationPad2d((0, 0, -1, 0)), Image,
            "ReplicationPad2d at 'it' replicates -1 and 0 elements of dimension 2 of [batch, 3, 8, 8]. Expected 0 to the extent."
        },
        { ReflectionPad3d(1), Steps, "ReflectionPad3d at 'it' pads 3 dimensions after the batch. Received [batch, 3, sequence]." },
        {
            Upsample(scale_factor: [1.5], mode: UpsampleMode.Linear), Steps,
            "Upsample at 'it' scales the symbolic dimension 'sequence' of [batch, 3, sequence] by 1.5. " +
            "Expected a fixed extent in dimension 2, or an integer scale."
        },
        {
            Upsample(scale_factor: [2.0, 2.0], mode: UpsampleMode.Bilinear), Steps,
            "Upsample at 'it' in mode Bilinear expects [batch, channels, ...] with 2 further dimensions. Received [batch, 3, sequence]."
        },
        {
            Upsample(scale_factor: [1.1, 1.1], mode: UpsampleMode.Bilinear), Image,
            "Upsample at 'it' scales dimension 2 of [batch, 3, 8, 8] by 1.1, which leaves its extent as it is. " +
            "Expected a larger scale, a size instead, or recompute_scale_factor true."
        },
        {
            Upsample(scale_factor: [1.5]), Steps,
            "Upsample at 'it' scales the symbolic dimension 'sequence' of [batch, 3, sequence] by 1.5. " +
            "Expected a fixed extent in dimension 2, or an integer scale."
        },
        {
            Upsample(scale_factor: [2.0]), Image,
            "Upsample at 'it' has 1 scales for the 2 dimensions after the channels of [batch, 3, 8, 8]. Expected one for each."
        },
        {
            Upsample(size: [16L]), Image,
            "Upsample at 'it' has 1 sizes for the 2 dimensions after the channels of [batch, 3, 8, 8]. Expected one for each."
        },
        {
            Upsample(size: [2L, 3, 4]), Image,
            "Upsample at 'it' has 3 sizes for the 2 dimensions after the channels of [batch, 3, 8, 8]. Expected one for each."
        },
        {
            PixelShuffle(2), Image,
            "PixelShuffle at 'it' expects [batch, channels, height, width] with channels that divide by 4. Received [batch, 3, 8, 8]."
        },
        {
            PixelUnshuffle(3), Image,
            "PixelUnshuffle at 'it' cannot divide dimension 2 of [batch, 3, 8, 8] by 3. Expected an extent that divides."
        },
        {
            ChannelShuffle(2), Image,
            "ChannelShuffle at 'it' expects [batch, channels, ...] with channels that divide by 2. Received [batch, 3, 8, 8]."
        },
        {
            Unfold(3), Steps,
            "Unfold at 'it' expects [batch, channels, height, width] of fixed extents but the batch. Received [batch, 3, sequence]."
        },
        {
            Unfold(9), Image,
            "Unfold at 'it' slides a window of 9 over dimension 2 of [batch, 3, 8, 8], which has 8 with its padding. Expected at least 9."
        },
        { Fold((4, 5), (2, 2)), Steps, "Fold at 'it' expects [batch, channels · 4, 12]. Received [batch, 3, sequence]." },
        { InstanceNorm2d(4), Image, "InstanceNorm2d at 'it' expects [batch, 4, height, width]. Received [batch, 3, 8, 8]." },
        {
            LocalResponseNorm(3), Steps,
            "LocalResponseNorm at 'it' cannot sum over the symbolic dimension 'sequence' of [batch, 3, sequence]. " +
            "Expected fixed extents after the batch, or an odd size over [batch, channels, height, width]."
        },
        { LPPool2d(double.PositiveInfinity, 2), Image, "LPPool2d at 'it' has the norm Infinity. Expected a finite norm other than 0." },
        {
            AdaptiveMaxPool2d([3L, 3L]), Image,
            "AdaptiveMaxPool2d at 'it' cannot divide dimension 2 of [batch, 3, 8, 8] into 3 equal windows. " +
            "Expected output size 1, or extents that divide by 3 and 3."
        },
        {
            MaxPool1d(2, ceil_mode: true), Steps,
            "MaxPool1d at 'it' rounds the symbolic dimension 'sequence' of [batch, 3, sequence] up (ceil_mode). " +
            "Expected a fixed extent in dimension 2, or ceil_mode false."
        },
        {
            Conv2d(3, 8, (3, 5), Padding.Same, padding_mode: PaddingModes.Reflect), Image,
            "Conv2d at 'it' has padding 'same', padding mode Reflect and a window of unequal sides, for which TorchSharp pads the " +
            "wrong dimensions. Give its padding as numbers."
        },
        { ConvTranspose2d(4, 8, 3), Image, "ConvTranspose2d at 'it' expects [batch, 4, height, width]. Received [batch, 3, 8, 8]." },
        {
            ConvTranspose2d(3, 8, 3, padding: 9), Image,
            "ConvTranspose2d at 'it' pads away all of dimension 2 of [batch, 3, 8, 8]. Expected less padding or a larger input."
        },
        {
            new UnpoolingModule(MaxPool1d(3, 1, 1), MaxUnpool1d(3, 1, 1)), Steps,
            "MaxPool1d at 'it.pool' counts indices within planes of [batch, 3, sequence]. Expected fixed extents after the batch."
        },
        {
            new UnpoolingModule(MaxPool2d(3, 2), MaxUnpool2d(3, 2)), Image,
            "MaxUnpool2d at 'it.unpool' has a stride and no padding, which TorchSharp forwards together or not at all. " +
            "Give both; no padding is 0."
        },
        {
            new UnpoolingModule(MaxPool2d(2), MaxUnpool1d(2)), Image,
            "MaxUnpool1d at 'it.unpool' expects [batch, channels, length]. Received [batch, 3, 4, 4]."
        },
        {
            ConvTranspose2d(3, 8, (3, 3), (3, 3), output_padding: (1, 2)), Image,
            "ConvTranspose2d at 'it' has the output padding [1, 2], of which TorchSharp adds the first to every dimension. " +
            "Give all dimensions the same."
        },
        {
            Sizeless(), Volume,
            "AdaptiveMaxPool3d at 'it' has no output size: TorchSharp drops the one it is constructed with. " +
            "Use MaxPool3d with windows of the extent over the size."
        },
        { MaxPool2d(2), Steps, "MaxPool2d at 'it' expects [batch, channels, height, width]. Received [batch, 3, sequence]." },
        { AvgPool1d(3), Image, "AvgPool1d at 'it' expects [batch, channels, length]. Received [batch, 3, 8, 8]." },
        {
            AdaptiveAvgPool2d(3), Image,
            "AdaptiveAvgPool2d at 'it' cannot divide dimension 2 of [batch, 3, 8, 8] into 3 equal windows. " +
            "Expected output size 1, or extents that divide by 3 and 3."
        },
        { BatchNorm1d(4), Steps, "BatchNorm1d at 'it' expects [batch, 4] or [batch, 4, length]. Received [batch, 3, sequence]." },
        { BatchNorm2d(4), Image, "BatchNorm2d at 'it' expects [batch, 4, height, width]. Received [batch, 3, 8, 8]." },
        { LayerNorm([8, 4]), Image, "LayerNorm at 'it' expects [..., 8, 4]. Received [batch, 3, 8, 8]." },
        { GroupNorm(2, 4), Image, "GroupNorm at 'it' expects [batch, 4, ...]. Received [batch, 3, 8, 8]." },
        {
            GroupNorm(3, 3), Steps,
            "GroupNorm at 'it' cannot group over the symbolic dimension 'sequence' of [batch, 3, sequence]. " +
            "Expected fixed extents after the batch."
        },
        {
            Unflatten(1, [2, 2]), Image,
            "Unflatten at 'it' cannot split dimension 1 of [batch, 3, 8, 8] into [2, 2]. " +
            "Expected a fixed extent that is the product of the parts."
        },
        { PReLU(4), Image, "PReLU at 'it' expects [batch, 4, ...]. Received [batch, 3, 8, 8]." },
        { GLU(1), Image, "GLU at 'it' halves dimension 1 of [batch, 3, 8, 8]. Expected an even extent." },
    };

    [Theory]
    [MemberData(nameof(Rejections))]
    public void Export_OfWhatDoesNotFit_SaysWhatFits(Module<Tensor, Tensor> layer, Shape shape, string message)
    {
        using var model = Sequential(("it", layer));

        var error = Assert.Throws<ExportException>(() => OnnxExporter.Record(Evaluating.Create(model), new GraphInput("x", shape)));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void Export_OfARootLayer_NamesItWithoutAPath()
    {
        using var layer = Conv2d(4, 8, 3);

        var error = Assert.Throws<ExportException>(() => OnnxExporter.Record(Evaluating.Create(layer), new GraphInput("x", Image)));

        Assert.Equal("Conv2d expects [batch, 4, height, width]. Received [batch, 3, 8, 8].", error.Message);
    }

    [Fact]
    public void Export_OfAConvolutionThatKeepsALength_KeepsItsSymbol()
    {
        using var model = Sequential(
            Conv1d(3, 6, 3, padding: 1),
            Conv1d(6, 6, 5, Padding.Same, padding_mode: PaddingModes.Replicate),
            ConvTranspose1d(6, 2, 3, padding: 1));

        var text = OnnxExporter.Record(Evaluating.Create(model), new GraphInput("x", Steps)).ToString();

        Assert.EndsWith("output y: float[batch, 2, sequence]", text.TrimEnd());
    }

    [Fact]
    public void Export_OfLayersThatMoveSymbols_NamesTheExtents()
    {
        var image = new Shape(Dim.Batch, 4, Dim.Symbolic("height"), Dim.Symbolic("width"));
        using var wrapped = Conv2d(4, 2, 3, padding: 1, padding_mode: PaddingModes.Circular);
        using var larger = Sequential(Upsample(scale_factor: [2.0, 3.0], mode: UpsampleMode.Bilinear), PixelShuffle(2));
        using var smaller = Sequential(PixelUnshuffle(2), ChannelShuffle(4));
        using var edged = ReplicationPad2d((1, 2, 0, 0));

        Assert.EndsWith("output y: float[batch, 2, height, width]", OutputOf(wrapped, image));
        Assert.EndsWith("output y: float[batch, 1, 4*height, 6*width]", OutputOf(larger, image));
        Assert.EndsWith("output y: float[batch, 16, ceil(height/2), ceil(width/2)]", OutputOf(smaller, image));
        Assert.EndsWith("output y: float[batch, 4, height, width+3]", OutputOf(edged, image));
    }

    [Fact]
    public void Export_OfLayersThatHalveAndDoubleSymbols_NamesTheExtents()
    {
        using var halving = Sequential(
            Conv2d(1, 2, 5, stride: 2, padding: 2), Conv2d(2, 2, 3, stride: 2, padding: 1), Conv2d(2, 3, 3, stride: 2, padding: 1));
        using var dividing = Conv2d(1, 3, 15, stride: 8, padding: 7);
        using var doubling = Sequential(
            ConvTranspose2d(3, 2, 5, stride: 2, padding: 2, output_padding: 1),
            ConvTranspose2d(2, 1, 5, stride: 2, padding: 2, output_padding: 1));
        var image = new Shape(Dim.Batch, 1, Dim.Symbolic("height"), Dim.Symbolic("width"));
        var latents = new Shape(Dim.Batch, 3, Dim.Symbolic("rows"), Dim.Symbolic("columns"));

        Assert.EndsWith("output y: float[batch, 3, ceil(height/8), ceil(width/8)]", OutputOf(halving, image));
        Assert.EndsWith("output y: float[batch, 3, ceil(height/8), ceil(width/8)]", OutputOf(dividing, image));
        Assert.EndsWith("output y: float[batch, 1, 4*rows, 4*columns]", OutputOf(doubling, latents));
    }

    // TorchSharp's output extent at every size.
    private static TorchSharp.Modules.AdaptiveMaxPool3d Sizeless()
    {
        var layer = AdaptiveMaxPool3d([2L, 2, 2]);
        layer.output_size = null!;
        return layer;
    }

    private static string OutputOf(Module<Tensor, Tensor> model, Shape input) =>
        OnnxExporter.Record(Evaluating.Create(model), new GraphInput("x", input)).ToString().TrimEnd();
}
