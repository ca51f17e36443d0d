namespace Latent.Onnx.Tests;

/// <summary>The promised layers, by their names in TorchSharp: each has a row, so that none is lost by accident.</summary>
public sealed class CompletenessTests
{
    public static IReadOnlyList<string> Layers { get; } =
    [
        "Linear", "Bilinear", "Identity", "Flatten", "Unflatten", "Sequential", "ModuleList", "ModuleDict", "Embedding", "EmbeddingBag",
        "Conv1d", "Conv2d", "Conv3d", "ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d",
        "BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "LayerNorm", "GroupNorm", "InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d",
        "LocalResponseNorm",
        "RNN", "LSTM", "GRU", "RNNCell", "LSTMCell", "GRUCell",
        "MultiheadAttention", "TransformerEncoderLayer", "TransformerEncoder", "TransformerDecoderLayer", "TransformerDecoder",
        "Transformer",
        "MaxPool1d", "MaxPool2d", "MaxPool3d", "MaxUnpool1d", "MaxUnpool2d", "MaxUnpool3d", "AvgPool1d", "AvgPool2d", "AvgPool3d",
        "LPPool1d", "LPPool2d",
        "AdaptiveAvgPool1d", "AdaptiveAvgPool2d", "AdaptiveAvgPool3d", "AdaptiveMaxPool1d", "AdaptiveMaxPool2d", "AdaptiveMaxPool3d",
        "ConstantPad1d", "ConstantPad2d", "ConstantPad3d", "ZeroPad2d", "ReflectionPad1d", "ReflectionPad2d", "ReflectionPad3d",
        "ReplicationPad1d", "ReplicationPad2d", "ReplicationPad3d", "Upsample", "PixelShuffle", "PixelUnshuffle", "ChannelShuffle",
        "Unfold", "Fold",
        "Dropout", "Dropout1d", "Dropout2d", "Dropout3d", "AlphaDropout", "FeatureAlphaDropout",
        "Softmax", "LogSoftmax", "Softmin", "Softmax2d",
        "ReLU", "ReLU6", "LeakyReLU", "PReLU", "RReLU", "ELU", "CELU", "SELU", "GELU", "SiLU", "Mish", "Softplus", "Softsign", "Sigmoid",
        "LogSigmoid",
        "Tanh", "Tanhshrink", "Hardtanh", "Hardsigmoid", "Hardswish", "Hardshrink", "Softshrink", "Threshold", "GLU",
        "CosineSimilarity", "PairwiseDistance",
    ];

    public static TheoryData<string> Promised { get; } = [.. Layers];

    [Theory]
    [MemberData(nameof(Promised))]
    public void Table_OfParity_HasARowForEveryPromisedLayer(string layer) => Assert.Contains(layer, ParityTable.Layers);

    [Fact]
    public void Registry_OfTheDefault_PromisesEveryLayerThatItHas() =>
        Assert.Empty(ConverterRegistry.Default.Layers.Except(Layers));
}
