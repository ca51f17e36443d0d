using Latent.Imaging.Internals;

namespace Latent.Imaging;

/// <summary>Images in a folder.</summary>
public static class ImageFolder
{
    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg", ".bmp"];

    /// <summary>Whether a file is an image by its name: it ends in .png, .jpg, .jpeg or .bmp, in lower or upper case.</summary>
    /// <param name="path">The file; it need not exist.</param>
    public static bool IsImageFile(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Returns the images of a folder, without those of its subfolders: the files that <see cref="IsImageFile"/> accepts, sorted by
    /// name in ordinal order, so that the order is the same on every machine.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <returns>Paths that start with <paramref name="folder"/>; at least one.</returns>
    /// <exception cref="ImageException">The folder is missing or holds no image.</exception>
    public static IReadOnlyList<string> Files(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        string[] all = ImageFile.Read(folder, () => Directory.GetFiles(folder));
        var images = Array.FindAll(all, IsImageFile);
        if (images.Length == 0)
        {
            throw new ImageException(
                "The folder holds no images.",
                folder,
                "files that end in .png, .jpg, .jpeg or .bmp",
                $"none among {all.Length} files",
                "Check the folder; images in subfolders do not count.");
        }

        Array.Sort(images, StringComparer.Ordinal);
        return images;
    }
}
