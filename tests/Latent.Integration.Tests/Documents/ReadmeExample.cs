using Latent.Runtime;

namespace Latent.Integration.Tests;

/// <summary>The example of README.md, which contains the body of Run.</summary>
internal static class ReadmeExample
{
    public static void Run(float[] images)
    {
        using var model = Autoencoder.Load("models/mnist-vae");    // on the CPU unless RuntimeOptions says otherwise

        var codes = model.Encode(images);                          // images: rows of 784 numbers in [0, 1]
        var reconstructed = model.Decode(codes.Mean);              // the same images, from 20 latents each
        var sampled = model.Sample(count: 16, seed: 42);           // the same 16 new digits on every machine
        Console.WriteLine($"{codes.Count} codes, {reconstructed.Length} pixels reconstructed, {sampled.Length} pixels sampled");

        foreach (var verdict in model.Detect(images))              // by the 0.99 quantile of normal digits
            if (verdict.IsAnomaly)
                Console.WriteLine(verdict);                        // row 54: score 161 > threshold 156
    }
}
