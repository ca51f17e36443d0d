using System.Text.Json;

namespace Latent.Bundles.Tests;

/// <summary>A bundle whose graphs are arbitrary bytes: opening a bundle does not parse them.</summary>
public static class SampleBundle
{
    public static BundleManifest Manifest { get; } = new()
    {
        Name = "sample",
        Family = "variational",
        Options = JsonDocument.Parse("""{"hidden":[400],"latent":2}""").RootElement,
        Graphs = new Dictionary<string, GraphEntry>
        {
            ["encode"] = new()
            {
                File = "encode.onnx",
                Inputs = [new() { Name = "x", Role = TensorRole.Input, Shape = ["batch", 4] }],
                Outputs =
                [
                    new() { Name = "mean", Role = TensorRole.Mean, Shape = ["batch", 2] },
                    new() { Name = "log_variance", Role = TensorRole.LogVariance, Shape = ["batch", 2] },
                ],
            },
            ["decode"] = new()
            {
                File = "decode.onnx",
                Inputs = [new() { Name = "code", Role = TensorRole.Code, Shape = ["batch", 2] }],
                Outputs = [new() { Name = "reconstruction", Role = TensorRole.Reconstruction, Shape = ["batch", 4] }],
            },
        },
        Weights = new() { File = "weights.bin" },
        Latent = new() { Size = 2, Prior = LatentSpec.StandardNormal },
        Input = new()
        {
            Shape = [1, 2, 2],
            Range = [0, 1],
            Features = ["a", "b", "c", "d"],
            Image = new() { Channels = 1, Height = 2, Width = 2 },
        },
        Calibration = new()
        {
            ScoreKind = "mean_squared_error",
            Thresholds = new Dictionary<string, double> { ["0.99"] = 0.187, ["0.90"] = 0.1 },
            Mean = 0.05,
            Deviation = 0.02,
            SampleCount = 1000,
            ReferenceQuantiles = [0.01, 0.05, 0.2],
        },
        Parity = new() { Tolerance = 1e-5, MaxDifference = 4.2e-7, BatchSizes = [1, 3, 64] },
        Metrics = new Dictionary<string, double> { ["mse"] = 0.004, ["loss"] = 105.25 },
        Data = new() { Name = "mnist", Digest = "abc" },
        Producer = new() { Name = "latent", Version = "0.1.0" },
    };

    public static Bundle Write(string folder, BundleManifest? manifest = null)
    {
        using var writer = BundleWriter.Create(folder);
        WriteFiles(writer);
        return writer.Commit(manifest ?? Manifest);
    }

    public static void WriteFiles(BundleWriter writer)
    {
        File.WriteAllText(writer.GetPath("encode.onnx"), "an encoder");
        File.WriteAllText(writer.GetPath("decode.onnx"), "a decoder");
        File.WriteAllText(writer.GetPath("weights.bin"), "the weights");
    }

    /// <summary>Replaces text in the manifest of a bundle on disk.</summary>
    public static string Edit(string folder, string from, string to)
    {
        var path = Path.Combine(folder, "bundle.json");
        var text = File.ReadAllText(path);
        Assert.Contains(from, text);
        File.WriteAllText(path, text.Replace(from, to));
        return path;
    }
}
