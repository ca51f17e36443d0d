using TorchSharp.Modules;

namespace Latent.Onnx.Tests;

public sealed class ConverterRegistryTests
{
    [Fact]
    public void With_ALayerThatIsThere_IsRejected()
    {
        var error = Assert.Throws<ArgumentException>(() => ConverterRegistry.Default.With<Linear>((_, _, x) => x));

        Assert.StartsWith("A converter for Linear is already registered.", error.Message);
    }

    [Fact]
    public void Layers_OfTheDefault_AreInOrder() =>
        Assert.Equal(ConverterRegistry.Default.Layers.Order(StringComparer.Ordinal), ConverterRegistry.Default.Layers);
}
