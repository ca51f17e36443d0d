using Latent.Files;
using Latent.Imaging;

namespace Latent.Data;

/// <summary>
/// Reads a folder of images. Subfolders, if any, are classes: their sorted names are the labels 0, 1, 2 ...
/// A folder with exactly the subfolders <c>train</c> and <c>test</c> is a data set with its own test set.
/// </summary>
internal static class ImageFolderReader
{
    public static PublishedData Read(string folder, DataOptions options)
    {
        if (!Directory.Exists(folder))
            throw new DataException(
                "There is no such folder.",
                folder,
                fix: "Check the spelling; paths are relative to the current folder.");
        var name = UserData.NameOf(folder);
        if (Subfolders(folder) is not ["test", "train"]) return new(ReadPart(name, folder, options), null);
        var train = ReadPart(name, Path.Combine(folder, "train"), options);
        var test = ReadPart(name, Path.Combine(folder, "test"), options with { Shape = train.Image });
        if (!(train.LabelNames ?? []).SequenceEqual(test.LabelNames ?? []))
        {
            throw new DataException(
                "The folders train and test do not contain the same classes.",
                folder,
                Describe(train.LabelNames),
                Describe(test.LabelNames));
        }

        return new(train, test);
    }

    private static Dataset ReadPart(string name, string folder, DataOptions options)
    {
        var classes = Subfolders(folder);
        var files = Files(folder, classes);
        if (options.Resize && options.Shape is null)
            throw new DataException(
                "Images cannot be resized without a target shape.", folder, "a shape, channels x height x width", "none",
                "Append the shape to the folder, as in ?shape=1x28x28&resize=true.");

        var shape = options.Shape ?? ImageTensor.Identify(files[0].Path);
        var images = new ImageFileReader(shape, options.Resize);
        var values = new float[checked(files.Length * shape.Size)];
        for (var i = 0; i < files.Length; i++)
            images.Read(files[i].Path, values.AsSpan(i * shape.Size, shape.Size));
        var labels = classes.Length == 0 ? null : files.Select(image => image.Label).ToArray();
        return new(name, new ImageSchema(shape), values, labels, classes.Length == 0 ? null : classes, range: ValueRange.Unit);
    }

    private static (string Path, int Label)[] Files(string folder, string[] classes)
    {
        if (classes.Length == 0) return [.. ImageFolder.Files(folder).Select(file => (file, 0))];
        if (Directory.EnumerateFiles(folder).FirstOrDefault(ImageFolder.IsImageFile) is { } loose)
        {
            throw new DataException(
                "An image is outside the class folders.",
                loose,
                "images in class folders only, or no class folders",
                fix: "Move it into a class folder, or remove it.");
        }

        return [.. classes.SelectMany((kind, label) => ImageFolder.Files(Path.Combine(folder, kind)).Select(file => (file, label)))];
    }

    private static string[] Subfolders(string folder) =>
        [.. Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)).Where(name => !name.StartsWith('.'))
            .Order(StringComparer.Ordinal)];

    private static string Describe(IReadOnlyList<string>? names) => names is null ? "none" : string.Join(", ", names);
}
