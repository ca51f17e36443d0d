using Latent.Files;
using Latent.Imaging;
using Latent.Tests;

namespace Latent.Data.Tests;

public sealed class ImageFolderReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_PlainFolder_HasImagesInTheOrderOfTheirNames()
    {
        WriteImage("b.png", 4, 3, 1);
        WriteImage("a.png", 4, 3, 0.2f);

        var data = Catalogue().Read(folder.Path);

        Assert.Equal([1, 4, 3], data.SampleShape);
        Assert.Equal(0.2f, data.Row(0)[0], 0.002f);
        Assert.Equal(1, data.Row(1)[0]);
        Assert.Null(data.Labels);
    }

    [Fact]
    public void Read_Subfolders_AreLabels()
    {
        WriteImage("dogs/1.png", 4, 3, 1);
        WriteImage("cats/1.png", 4, 3, 0);
        WriteImage("cats/2.png", 4, 3, 0);

        var data = Catalogue().Read(folder.Path);

        Assert.Equal([0, 0, 1], data.Labels!);
        Assert.Equal(["cats", "dogs"], data.LabelNames!);
    }

    [Fact]
    public void Open_TrainAndTest_AreThePublishedParts()
    {
        foreach (var name in new[] { "train/a", "train/b", "train/c", "test/a" })
            WriteImage($"{name}.png", 2, 2, 1);

        var splits = Catalogue().Open(folder.Path, new() { Validation = SplitSize.Samples(1) });

        Assert.Equal((2, 1, 1), (splits.Train.Count, splits.Validation.Count, splits.Test.Count));
    }

    [Fact]
    public void Read_ImageOfAnotherSize_NamesIt()
    {
        WriteImage("a.png", 4, 3, 1);
        WriteImage("b.png", 5, 3, 1);

        var error = Assert.Throws<DataException>(() => Catalogue().Read(folder.Path));

        Assert.Equal(
            $"An image has a different size.\nWhere: {folder["b.png"]}\nExpected: 3 x 4 pixels\nReceived: 3 x 5 pixels\n"
            + "Fix: Append ?shape=1x4x3&resize=true to the folder to resize all images.",
            error.Message);
    }

    [Fact]
    public void Read_ResizeAsked_MakesAllOneShape()
    {
        WriteImage("a.png", 4, 3, 1);
        WriteImage("b.png", 5, 3, 1);

        Assert.Equal([1, 2, 2], Catalogue().Read(folder.Path + "?shape=1x2x2&resize=true").SampleShape);
    }

    [Fact]
    public void Read_ResizeWithoutShape_AsksForIt()
    {
        WriteImage("a.png", 4, 3, 1);

        var error = Assert.Throws<DataException>(() => Catalogue().Read(folder.Path + "?resize=true"));

        Assert.Equal("Images cannot be resized without a target shape.", error.Problem);
    }

    [Fact]
    public void Read_ImageOutsideClassFolders_IsRejected()
    {
        WriteImage("cats/1.png", 4, 3, 0);
        WriteImage("loose.png", 4, 3, 0);

        var error = Assert.Throws<DataException>(() => Catalogue().Read(folder.Path));

        Assert.Equal("An image is outside the class folders.", error.Problem);
        Assert.Equal(folder["loose.png"], error.Where);
    }

    [Fact]
    public void Open_TestOfOtherClasses_IsAnError()
    {
        WriteImage("train/cats/1.png", 2, 2, 0);
        WriteImage("train/dogs/1.png", 2, 2, 0);
        WriteImage("test/cats/1.png", 2, 2, 0);

        var error = Assert.Throws<DataException>(() => Catalogue().Open(folder.Path));

        Assert.Equal(("cats, dogs", "cats"), (error.Expected, error.Received));
    }

    [Fact]
    public void Read_MissingFolder_NamesIt()
    {
        var error = Assert.Throws<DataException>(() => Catalogue().Read("./no-such-folder"));

        Assert.Equal(
            "There is no such folder.\nWhere: ./no-such-folder\nFix: Check the spelling; paths are relative to the current folder.",
            error.Message);
    }

    private static DataCatalogue Catalogue() => new(new DataEnvironment { CacheFolder = "unused" });

    private void WriteImage(string name, int height, int width, float gray)
    {
        var pixels = new float[height * width];
        Array.Fill(pixels, gray);
        ImageTensor.SavePng(folder[name], pixels, new ImageShape(1, height, width));
    }
}
