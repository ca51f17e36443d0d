using System.Globalization;
using System.Text.Json;

namespace Latent.Bundles;

/// <summary>Reads the bytes of <c>bundle.json</c> into records. Strict: anything that the format does not define is an error.</summary>
internal static class ManifestReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    public static BundleManifest Read(ReadOnlyMemory<byte> json, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            var root = new ManifestNode(document.RootElement, "$", file);
            CheckVersion(root);
            root.RejectDuplicates();
            return ReadManifest(root);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new BundleException(
                "The manifest is not valid JSON.", file, "one JSON object in UTF-8", exception.Message, Fixes.CopyAgain, exception);
        }
    }

    // Checked first: a future format may have keys that this version does not know.
    private static void CheckVersion(ManifestNode root)
    {
        var node = root["formatVersion"];
        var version = node.Whole(1);
        if (version > BundleManifest.CurrentFormatVersion)
            throw node.Error(
                "The bundle was written in a newer format than this library reads.",
                $"formatVersion {BundleManifest.CurrentFormatVersion}",
                $"formatVersion {version}",
                "update Latent.Runtime, or export the model again with this version of Latent.");
    }

    private static BundleManifest ReadManifest(ManifestNode root)
    {
        root.WithKeys("formatVersion", "name", "family", "options", "graphs", "weights", "vocabulary", "entropy", "latent", "input",
            "calibration", "parity", "metrics", "data", "producer");

        return new()
        {
            FormatVersion = (int)root["formatVersion"].Whole(1),
            Name = root["name"].Text(),
            Family = root["family"].Text(),
            Options = root["options"].Object().Clone(),
            Graphs = ReadGraphs(root["graphs"]),
            Weights = root.Optional("weights") is { } weights ? ReadFile(weights) : null,
            Vocabulary = root.Optional("vocabulary") is { } vocabulary ? ReadFile(vocabulary) : null,
            Entropy = root.Optional("entropy") is { } entropy ? ReadFile(entropy) : null,
            Latent = ReadLatent(root["latent"]),
            Input = ReadInput(root["input"]),
            Calibration = root.Optional("calibration") is { } calibration ? ReadCalibration(calibration) : null,
            Parity = root.Optional("parity") is { } parity ? ReadParity(parity) : null,
            Metrics = root["metrics"].Map((_, metric) => metric.Number()),
            Data = root.Optional("data") is { } data ? ReadData(data) : null,
            Producer = ReadProducer(root["producer"]),
        };
    }

    private static IReadOnlyDictionary<string, GraphEntry> ReadGraphs(ManifestNode node)
    {
        var graphs = node.Map((role, graph) => BundleFileName.IsPlain(role)
            ? ReadGraph(graph)
            : throw node.Error(
                "A graph has a role that cannot name its golden folder.",
                BundleFileName.Rule,
                ErrorText.Quote(role),
                Fixes.WriteAgain));
        return graphs.Count > 0 ? graphs : throw node.Wrong("at least one graph");
    }

    private static GraphEntry ReadGraph(ManifestNode node)
    {
        node.WithKeys("file", "size", "sha256", "inputs", "outputs");
        return new()
        {
            File = node["file"].FileName(),
            Size = node["size"].Whole(1),
            Sha256 = node["sha256"].Sha256(),
            Inputs = node["inputs"].List(ReadTensor),
            Outputs = node["outputs"].List(ReadTensor),
        };
    }

    private static FileEntry ReadFile(ManifestNode node)
    {
        node.WithKeys("file", "size", "sha256");
        return new() { File = node["file"].FileName(), Size = node["size"].Whole(1), Sha256 = node["sha256"].Sha256() };
    }

    private static TensorEntry ReadTensor(ManifestNode node)
    {
        node.WithKeys("name", "role", "dtype", "shape");
        return new()
        {
            Name = node["name"].Text(),
            Role = node["role"].Text(),
            DType = node["dtype"].OneOf(DataType.All),
            Shape = node["shape"].List(dimension => dimension.Dimension()),
        };
    }

    private static LatentSpec ReadLatent(ManifestNode node)
    {
        node.WithKeys("size", "prior");
        return new() { Size = node["size"].Count(), Prior = node.Optional("prior")?.OneOf([LatentSpec.StandardNormal]) };
    }

    private static InputSpec ReadInput(ManifestNode node)
    {
        node.WithKeys("shape", "range", "features", "normalization", "image");
        var input = new InputSpec
        {
            Shape = node["shape"].List(dimension => (long)dimension.Count()),
            Range = node.Optional("range")?.List(bound => bound.Number()),
            Features = node.Optional("features")?.List(feature => feature.Text()),
            Normalization = node["normalization"].Text(),
            Image = node.Optional("image") is { } image ? ReadImage(image) : null,
        };
        CheckInput(node, input);
        return input;
    }

    private static void CheckInput(ManifestNode node, InputSpec input)
    {
        if (input.Shape.Count == 0 || RowShape.Product(input.Shape) is not { } size)
            throw node["shape"].Wrong($"sizes whose product is from 1 to {int.MaxValue}");
        if (input.Range is { } range && (range.Count != 2 || range[0] >= range[1]))
            throw node["range"].Wrong("two numbers, the smallest value and the largest");
        if (input.Features is { } features && features.Count != size)
            throw node["features"].Wrong($"{size} names, one for each value of a row");
        if (input.Image is { } image && RowShape.Product([image.Channels, image.Height, image.Width]) != size)
            throw node["image"].Wrong($"channels x height x width = {size}, the values of a row");
    }

    private static ImageSpec ReadImage(ManifestNode node)
    {
        node.WithKeys("channels", "height", "width");
        return new() { Channels = node["channels"].Count(), Height = node["height"].Count(), Width = node["width"].Count() };
    }

    private static CalibrationSpec ReadCalibration(ManifestNode node)
    {
        node.WithKeys("scoreKind", "thresholds", "mean", "deviation", "sampleCount", "referenceQuantiles");
        return new()
        {
            ScoreKind = node["scoreKind"].Text(),
            Thresholds = node["thresholds"].Map((quantile, threshold) => IsQuantile(quantile)
                ? threshold.Number()
                : throw threshold.Error(
                    "A threshold is not named by a quantile.",
                    "a number between 0 and 1, such as 0.99",
                    ErrorText.Quote(quantile),
                    Fixes.WriteAgain)),
            Mean = node["mean"].Number(),
            Deviation = node["deviation"].Number(0),
            SampleCount = node["sampleCount"].Whole(1),
            ReferenceQuantiles = node["referenceQuantiles"].List(score => score.Number()),
        };
    }

    private static bool IsQuantile(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quantile) && quantile is > 0 and < 1;

    private static ParitySpec ReadParity(ManifestNode node)
    {
        node.WithKeys("tolerance", "maxDifference", "batchSizes");
        return new()
        {
            Tolerance = node["tolerance"].Number(double.Epsilon),
            MaxDifference = node["maxDifference"].Number(0),
            BatchSizes = node["batchSizes"].List(size => size.Count()),
        };
    }

    private static DataSpec ReadData(ManifestNode node)
    {
        node.WithKeys("name", "digest");
        return new() { Name = node["name"].Text(), Digest = node.Optional("digest")?.Text() };
    }

    private static ProducerSpec ReadProducer(ManifestNode node)
    {
        node.WithKeys("name", "version");
        return new() { Name = node["name"].Text(), Version = node["version"].Text() };
    }
}
