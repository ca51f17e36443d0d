namespace Latent.Runtime;

/// <summary>
/// An infinite sequence of random numbers, determined by seed and stream: number <c>i</c> is the same on every machine,
/// regardless of earlier calls and of the number of values per call. Stateless and thread-safe.
/// </summary>
/// <remarks>
/// Word <c>i</c> is word <c>i mod 4</c> of the <see cref="Philox4x32"/> block whose counter is <c>i / 4</c> (low 64 bits)
/// and the stream (high 64 bits), with the seed as key. A Gaussian is the inverse normal distribution (algorithm AS 241 of
/// Wichura) at <c>(word + 0.5) / 2^32</c>, computed in double with additions, multiplications, divisions and square roots
/// only, which IEEE 754 specifies to the last bit, and rounded to float. Gaussians therefore reach about 6.3 standard
/// deviations. A truncated Gaussian is the first one at its index that lies within the bound, of this stream and then of the
/// streams with attempts 1, 2, ... in the highest 32 bits of the counter; one that needs no second attempt equals the
/// untruncated number.
/// </remarks>
/// <param name="seed">Any number.</param>
/// <param name="stream">
/// The index of the independent sequence of this seed; from 2^32 on reserved for truncated Gaussians. Default: 0.
/// </param>
public readonly struct PhiloxStream(long seed, long stream = 0)
{
    private const int WordsPerBlock = 4;
    private const int AttemptShift = 32;
    private const double Unit = 1.0 / 4294967296.0;

    /// <summary>Returns the random word at an index.</summary>
    /// <param name="index">The index, 0 or more.</param>
    public uint Word(long index)
    {
        var block = Block(index / WordsPerBlock);
        return (index % WordsPerBlock) switch { 0 => block.W0, 1 => block.W1, 2 => block.W2, _ => block.W3 };
    }

    /// <summary>Returns the uniform number at an index: above 0, below 1.</summary>
    /// <param name="index">The index, 0 or more.</param>
    public double Uniform(long index) => (Word(index) + 0.5) * Unit;

    /// <summary>Returns the standard normal number at an index.</summary>
    /// <param name="index">The index, 0 or more.</param>
    public float Gaussian(long index) => Normal(Word(index));

    /// <summary>Fills a span with standard normal numbers, starting at an index.</summary>
    /// <param name="start">The index of the first number, 0 or more.</param>
    /// <param name="destination">Receives the numbers.</param>
    public void FillGaussian(long start, Span<float> destination)
    {
        var done = 0;
        for (; done < destination.Length && (start + done) % WordsPerBlock != 0; done++)
            destination[done] = Gaussian(start + done);

        for (; done + WordsPerBlock <= destination.Length; done += WordsPerBlock)
        {
            var block = Block((start + done) / WordsPerBlock);
            destination[done] = Normal(block.W0);
            destination[done + 1] = Normal(block.W1);
            destination[done + 2] = Normal(block.W2);
            destination[done + 3] = Normal(block.W3);
        }

        for (; done < destination.Length; done++)
            destination[done] = Gaussian(start + done);
    }

    /// <summary>Returns the truncated normal number at an index. Rejection sampling preserves the shape within the bound.</summary>
    /// <param name="index">The index, 0 or more.</param>
    /// <param name="bound">The maximum magnitude, above 0. At 0.1 one attempt in 13 succeeds; at 2, 19 in 20.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not above 0.</exception>
    public float TruncatedGaussian(long index, double bound)
    {
        if (!(bound > 0))
            throw new ArgumentOutOfRangeException(nameof(bound), bound, "The bound must be above 0.");
        return Within(Gaussian(index), index, bound);
    }

    /// <summary>Fills a span with truncated normal numbers, starting at an index.</summary>
    /// <param name="start">The index of the first number, 0 or more.</param>
    /// <param name="destination">Receives the numbers.</param>
    /// <param name="bound">The maximum magnitude, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not above 0.</exception>
    public void FillTruncatedGaussian(long start, Span<float> destination, double bound)
    {
        if (!(bound > 0))
            throw new ArgumentOutOfRangeException(nameof(bound), bound, "The bound must be above 0.");
        FillGaussian(start, destination);
        for (var i = 0; i < destination.Length; i++)
            destination[i] = Within(destination[i], start + i, bound);
    }

    private float Within(float sampled, long index, double bound)
    {
        for (var attempt = 1L; Math.Abs(sampled) > bound; attempt++)
            sampled = new PhiloxStream(seed, stream + (attempt << AttemptShift)).Gaussian(index);
        return sampled;
    }

    private static float Normal(uint word) => (float)InverseNormal.At((word + 0.5) * Unit);

    private (uint W0, uint W1, uint W2, uint W3) Block(long block) => Philox4x32.Block(
        ((uint)block, (uint)(block >> 32), (uint)stream, (uint)(stream >> 32)), ((uint)seed, (uint)(seed >> 32)));
}
