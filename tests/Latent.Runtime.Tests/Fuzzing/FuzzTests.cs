using Latent.Bundles;
using Latent.Runtime.Tests.Models;
using Latent.Tests.Fuzzing;

namespace Latent.Runtime.Tests.Fuzzing;

/// <summary>
/// Loads seven thousand damaged graphs, manifests and golden files with matching digests, as a malicious author would write them:
/// the checks reject them or they reach ONNX Runtime.
/// </summary>
public sealed class FuzzTests : IDisposable
{
    private static readonly TinyModel Tiny = new(variational: true);

    private readonly TemporaryModel files = new(Tiny);

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("score")]
    [InlineData("encode")]
    public void GraphSession_DamagedGraphs_ThrowOnlyBundleExceptions(string role)
    {
        var path = Path.Combine(files.Folder, $"{role}.onnx");

        Run(1500, File.ReadAllBytes(path), ByteMutation.Create, bytes => RunGraph(path, bytes), exception => exception is BundleException);
    }

    [Fact]
    public void GraphSession_DamagedWeightsInTheGraph_ThrowOnlyBundleExceptions()
    {
        var path = Path.Combine(files.Folder, "inline.onnx");
        var graph = new OnnxFile("inline").Input("x", OnnxFile.Float, "batch", Tiny.InputSize)
            .InlineWeights(new("w", [Tiny.InputSize, 2], new float[Tiny.InputSize * 2], 0))
            .Node("MatMul", "y", "x", "w")
            .Output("y", OnnxFile.Float, "batch", 2);

        Run(1000, graph.ToArray(), ByteMutation.Create, bytes => RunGraph(path, bytes), exception => exception is BundleException);
    }

    [Fact]
    public void Operations_DamagedManifests_ThrowOnlyTypedErrors()
    {
        var path = Path.Combine(files.Folder, "bundle.json");

        Run(2000, File.ReadAllBytes(path), JsonMutation.Create, bytes =>
        {
            File.WriteAllBytes(path, bytes);
            using var model = files.Load();
            UseAll(model);
        }, exception => exception is BundleException or InputException or UnsupportedOperationException);
    }

    [Theory]
    [InlineData("input_0.pb")]
    [InlineData("output_0.pb")]
    public void Verify_DamagedGoldenVectors_ThrowOnlyBundleExceptions(string file)
    {
        var path = Path.Combine(files.Folder, "golden", "encode", file);
        using var model = files.Load();

        Run(500, File.ReadAllBytes(path), ByteMutation.Create, bytes =>
        {
            File.WriteAllBytes(path, bytes);
            model.Verify();
        }, exception => exception is BundleException);
    }

    private static void RunGraph(string path, byte[] bytes)
    {
        File.WriteAllBytes(path, bytes);
        using var session = new GraphSession(path);
        session.Run(NamedTensor.Create("x", Tiny.Rows(2), 2, Tiny.InputSize));
    }

    private static void UseAll(Autoencoder model)
    {
        var rows = new float[2 * model.InputSize];
        model.Score(rows, withErrors: true);
        model.Detect(rows, Threshold.FalsePositiveRate(0.05));
        model.Explain(rows);
        model.Reconstruct(rows);
        model.Decode(model.Encode(rows).Mean);
        model.Sample(2, seed: 1);
        model.Interpolate(rows.AsSpan(0, model.InputSize), rows.AsSpan(0, model.InputSize), 2);
        model.Verify();
    }

    private static void Run(
        int cases,
        byte[] original,
        Func<byte[], Random, byte[]> mutate,
        Action<byte[]> read,
        Func<Exception, bool> isTyped) =>
        Assert.InRange(FuzzRun.Run(LongRun.Cases(cases), original, mutate, read, isTyped), LongRun.Cases(cases) / 4, LongRun.Cases(cases));
}
