using Latent.Data;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Evaluation;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Autoencoders.Objectives;

/// <summary>The corruption in training and that in evaluation do the same.</summary>
public sealed class CorruptionTests
{
    private const int Count = 20_000;
    private const double Tolerance = 0.02;

    [Fact]
    public void SampleMask_OfHiddenValuesOnly_LeavesOutSeenValues()
    {
        var (target, seen) = (tensor([1f, 1f, 0f, 1f], [1, 4]), tensor([1f, 0f, 0f, 1f], [1, 4]));
        var settings = new CorruptionSettings { Kind = CorruptionKind.Masking, DrawHidden = true };

        Assert.Equal([0, 1, 0, 0], new Corruption(settings).TargetOf(target, seen).Tensor.data<float>().ToArray());
        Assert.Equal(
            [1, 1, 0, 1],
            new Corruption(settings with { DrawHidden = false }).TargetOf(target, seen).Tensor.data<float>().ToArray());
    }

    [Fact]
    public void Gaussian_Unclamped_AddsNoiseOfTheLevel()
    {
        var settings = new CorruptionSettings { Kind = CorruptionKind.Gaussian, Level = 0.3, Clamp = false };

        foreach (var values in Both(settings, 0.5f))
        {
            Assert.Equal(0.5, values.Average(), Tolerance);
            Assert.Equal(0.3, Math.Sqrt(values.Average(value => (value - 0.5) * (value - 0.5))), Tolerance);
        }
    }

    [Fact]
    public void Gaussian_Clamped_StaysInTheUnitRange()
    {
        foreach (var values in Both(new CorruptionSettings { Level = 2 }, 0.5f))
            Assert.All(values, value => Assert.InRange(value, 0, 1));
    }

    [Fact]
    public void Masking_SetsAShareToZero()
    {
        foreach (var values in Both(new CorruptionSettings { Kind = CorruptionKind.Masking, Level = 0.25 }, 0.5f))
        {
            Assert.Equal(0.25, values.Count(value => value == 0) / (double)Count, Tolerance);
            Assert.Equal(0.75, values.Count(value => value == 0.5f) / (double)Count, Tolerance);
        }
    }

    [Fact]
    public void SaltAndPepper_SetsAsManyToZeroAsToOne()
    {
        foreach (var values in Both(new CorruptionSettings { Kind = CorruptionKind.SaltAndPepper, Level = 0.4 }, 0.5f))
        {
            Assert.Equal(0.2, values.Count(value => value == 0) / (double)Count, Tolerance);
            Assert.Equal(0.2, values.Count(value => value == 1) / (double)Count, Tolerance);
        }
    }

    [Fact]
    public void Masking_WithALevelAboveOne_IsRejected() => Assert.Equal(
        "must have a level of at most 1, because it is a probability. Received: 1.5.",
        new CorruptionSettings { Kind = CorruptionKind.Masking, Level = 1.5 }.FindFault());

    private static float[][] Both(CorruptionSettings settings, float value)
    {
        manual_seed(4);
        var inTraining = new Corruption(settings).Apply(full(1, Count, value)).data<float>().ToArray();
        var rows = new Dataset("even", [Count], [.. Enumerable.Repeat(value, Count)]);
        return [inTraining, RowCorruption.Apply(settings, rows).Values];
    }
}
