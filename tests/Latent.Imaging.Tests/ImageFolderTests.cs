using Latent.Tests;

namespace Latent.Imaging.Tests;

public sealed class ImageFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Files_MixedFolder_ListsImagesInOrdinalOrder()
    {
        foreach (var name in new[] { "b.png", "B.JPG", "a.jpeg", "10.bmp", "9.png", "notes.txt" })
            File.WriteAllText(folder[name], "");
        Directory.CreateDirectory(folder["more.png"]);

        Assert.Equal(["10.bmp", "9.png", "B.JPG", "a.jpeg", "b.png"], ImageFolder.Files(folder.Path).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("a.png", true)]
    [InlineData("images/B.JPG", true)]
    [InlineData("c.jpeg", true)]
    [InlineData("d.bmp", true)]
    [InlineData("notes.txt", false)]
    [InlineData("png", false)]
    public void IsImage_Name_GoesByItsEnding(string path, bool expected) => Assert.Equal(expected, ImageFolder.IsImageFile(path));

    [Fact]
    public void Files_NoImage_Throws()
    {
        File.WriteAllText(folder["notes.txt"], "");
        var exception = Assert.Throws<ImageException>(() => ImageFolder.Files(folder.Path));

        Assert.Equal(
            $"The folder holds no images.\nWhere: {folder.Path}\nExpected: files that end in .png, .jpg, .jpeg or .bmp\nReceived: " +
            "none among 1 files\nFix: Check the folder; images in subfolders do not count.",
            exception.Message);
    }

    [Fact]
    public void Files_MissingFolder_Throws()
    {
        var exception = Assert.Throws<ImageException>(() => ImageFolder.Files(folder["none"]));

        Assert.StartsWith($"There is no such file or folder.\nWhere: {folder["none"]}\n", exception.Message);
    }

    public void Dispose() => folder.Dispose();
}
