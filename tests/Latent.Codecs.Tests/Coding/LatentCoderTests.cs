using System.Security.Cryptography;

namespace Latent.Codecs.Tests;

public sealed class LatentCoderTests
{
    private readonly LatentCoder coder = new(SampleEntropy.Model);

    [Theory]
    [InlineData(1, 0, 1, 1)]
    [InlineData(2, 1, 1, 40)]
    [InlineData(3, 0, 40, 1)]
    [InlineData(4, 1, 33, 47)]
    public void Decode_WhatEncodeGave_IsTheSame(int seed, int rate, int rows, int columns)
    {
        var latents = SampleEntropy.Latents(seed, rows, columns);

        Assert.Equal(latents.Values, coder.Decode(coder.Encode(latents, rate), rate, rows, columns).Values);
    }

    // Integer arithmetic alone determines these bytes. A machine that produces different ones cannot read our files.
    [Fact]
    public void Encode_OfGivenLatents_GivesTheseBytesOnEveryMachine() => Assert.Equal(
        "19b85ed5de847427594b1071ec050da222f37198",
        Convert.ToHexStringLower(SHA256.HashData(coder.Encode(SampleEntropy.Latents(5, 20, 30), 1)))[..40]);

    [Fact]
    public void Decode_AnyBytes_GivesLatentsWithinTheirLimits()
    {
        var random = new Random(6);
        for (var i = 0; i < 50; i++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);

            Assert.All(coder.Decode(bytes, 0, 9, 11).Values, value => Assert.InRange(value, -LatentGrid.Largest, LatentGrid.Largest));
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 16)]
    [InlineData(2, 25)]
    [InlineData(3, 32)]
    [InlineData(255, 128)]
    public void Learn_OfAMagnitude_TakesSixteenTimesItsLogarithm(int magnitude, int expected) =>
        Assert.Equal(expected, LatentContext.LogarithmOf(magnitude));

    [Fact]
    public void Quantize_ThenRestore_IsWithinHalfAStep()
    {
        var (model, random) = (SampleEntropy.Model, new Random(7));
        var latents = Enumerable.Range(0, SampleEntropy.Channels * 12).Select(_ => (float)((random.NextDouble() * 20) - 10)).ToArray();
        var quantizer = new Quantizer(model);

        var restored = quantizer.Restore(quantizer.Quantize(latents, rate: 1, rows: 3, columns: 4), rate: 1);

        for (var i = 0; i < latents.Length; i++)
            Assert.InRange(
                restored[i] - latents[i],
                -0.501f * model.Steps[SampleEntropy.Channels + (i / 12)],
                0.501f * model.Steps[SampleEntropy.Channels + (i / 12)]);
    }
}
