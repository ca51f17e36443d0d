namespace Latent.Imaging.Tests;

public class ImageShapeTests
{
    [Fact]
    public void Size_ThreeChannels_IsProduct() => Assert.Equal(3 * 4 * 5, new ImageShape(3, 4, 5).Size);

    [Fact]
    public void Size_TooLarge_Overflows() =>
        Assert.Throws<OverflowException>(() => new ImageShape(3, 100000, 100000).Size);

    [Fact]
    public void ToString_Gray_ReadsAsWritten() => Assert.Equal("1 x 28 x 28", new ImageShape(1, 28, 28).ToString());
}
