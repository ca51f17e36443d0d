using Latent.Files;

namespace Latent.Data.Tests;

public sealed class ImageMirrorTests
{
    [Fact]
    public void Apply_OneImage_ReturnsItFourWays()
    {
        var mirrored = ImageMirror.Apply(new Dataset("p", [1, 2, 3], [1, 2, 3, 4, 5, 6], [7]));

        Assert.Equal(4, mirrored.Count);
        Assert.Equal([1, 2, 3, 4, 5, 6], mirrored.Row(0).ToArray());
        Assert.Equal([3, 2, 1, 6, 5, 4], mirrored.Row(1).ToArray());
        Assert.Equal([4, 5, 6, 1, 2, 3], mirrored.Row(2).ToArray());
        Assert.Equal([6, 5, 4, 3, 2, 1], mirrored.Row(3).ToArray());
        Assert.Equal([7, 7, 7, 7], mirrored.Labels!);
    }

    [Fact]
    public void Apply_Channels_AreMirroredEach()
    {
        var mirrored = ImageMirror.Apply(new Dataset("p", [2, 1, 2], [1, 2, 3, 4, 5, 6, 7, 8]));

        Assert.Equal(8, mirrored.Count);
        Assert.Equal([2, 1, 4, 3], mirrored.Row(2).ToArray());
        Assert.Equal([6, 5, 8, 7], mirrored.Row(3).ToArray());
    }

    [Fact]
    public void Apply_ATable_SaysWhatToDo()
    {
        var error = Assert.Throws<DataException>(() => ImageMirror.Apply(new Dataset("t", [2], [1, 2])));

        Assert.Equal(
            "The rows cannot be mirrored.\nWhere: t\nExpected: images\nReceived: rows of 2 values\nFix: Remove data.mirror.",
            error.Message);
    }
}
