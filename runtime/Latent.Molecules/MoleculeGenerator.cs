using System.Globalization;
using Latent.Bundles;
using Latent.Runtime;
using Latent.Sequences;

namespace Latent.Molecules;

/// <summary>
/// Generates molecules with a sequence model of SMILES strings: sampled from the prior, near a given molecule, or optimized
/// towards a property. Thread-safe: operations may run concurrently, and disposing while calls run is safe.
/// </summary>
/// <example>
/// <code>
/// using var generator = MoleculeGenerator.Load("models/zinc-vae");
/// foreach (var molecule in generator.Sample(count: 20, seed: 42))
///     Console.WriteLine(molecule);
/// </code>
/// </example>
public sealed class MoleculeGenerator : IDisposable
{
    private readonly MoleculeCodec codec;
    private readonly Lifetime lifetime;

    private MoleculeGenerator(MoleculeCodec codec)
    {
        this.codec = codec;
        lifetime = new(nameof(MoleculeGenerator), codec.Dispose);
    }

    /// <summary>The manifest of the bundle.</summary>
    public BundleManifest Manifest => codec.Bundle.Manifest;

    /// <summary>The latent dimension.</summary>
    public int LatentSize => codec.LatentSize;

    /// <summary>The token vocabulary of the model.</summary>
    public TokenVocabulary Vocabulary => codec.Vocabulary;

    /// <summary>Loads a bundle.</summary>
    /// <param name="path">The bundle's folder.</param>
    /// <param name="options">Device and threads. Default: as <see cref="RuntimeOptions"/>.</param>
    /// <exception cref="BundleException">The bundle is missing or damaged, or is not a sequence model of SMILES strings.</exception>
    /// <exception cref="DeviceException">The device cannot be used.</exception>
    public static MoleculeGenerator Load(string path, RuntimeOptions? options = null) => new(MoleculeCodec.Load(path, options));

    /// <summary>Encodes molecules. Returns the mean, never a sample.</summary>
    /// <param name="smiles">One or more SMILES strings.</param>
    /// <returns><c>[n, LatentSize]</c>.</returns>
    /// <exception cref="SmilesException">A string is not a molecule.</exception>
    /// <exception cref="InputException">A string is too long, or has a token outside the model's vocabulary.</exception>
    public float[] Encode(params IReadOnlyList<string> smiles)
    {
        using var use = lifetime.Enter();
        return codec.Encode(smiles, nameof(Encode));
    }

    /// <summary>Decodes each code to a SMILES string.</summary>
    /// <param name="codes"><c>[n, LatentSize]</c>.</param>
    /// <param name="options">Guidance, temperature and retries. Default: as <see cref="GenerationOptions"/>.</param>
    /// <param name="seed">The same seed gives the same strings.</param>
    public IReadOnlyList<GeneratedMolecule> Decode(ReadOnlySpan<float> codes, GenerationOptions? options = null, long seed = 0)
    {
        using var use = lifetime.Enter();
        RowArguments.CountRows(codes, LatentSize, nameof(Decode), nameof(codes));
        return codec.Decode(codes.ToArray(), Checked(options, nameof(Decode)), seed);
    }

    /// <summary>Samples codes from the prior and decodes them.</summary>
    /// <param name="count">The number of codes, 1 or more.</param>
    /// <param name="seed">The same seed gives the same codes on every machine.</param>
    /// <param name="options">Guidance, temperature and retries. Default: as <see cref="GenerationOptions"/>.</param>
    public IReadOnlyList<GeneratedMolecule> Sample(int count, long seed, GenerationOptions? options = null)
    {
        using var use = lifetime.Enter();
        CheckCount(count, nameof(Sample));
        return codec.Decode(codec.Prior(count, seed), Checked(options, nameof(Sample)), seed);
    }

    /// <summary>Samples codes around the code of a molecule and decodes them.</summary>
    /// <param name="smiles">The molecule.</param>
    /// <param name="count">The number of codes, 1 or more.</param>
    /// <param name="seed">The same seed gives the same codes on every machine.</param>
    /// <param name="distance">
    /// The standard deviation of each latent around the molecule's code, 0 or more; that of the prior is 1. Default: 0.5.
    /// </param>
    /// <param name="options">Guidance, temperature and retries. Default: as <see cref="GenerationOptions"/>.</param>
    /// <exception cref="SmilesException">The string is not a molecule.</exception>
    /// <exception cref="InputException">The string is too long, or has a token outside the model's vocabulary.</exception>
    public IReadOnlyList<GeneratedMolecule> Near(
        string smiles,
        int count,
        long seed,
        double distance = 0.5,
        GenerationOptions? options = null)
    {
        using var use = lifetime.Enter();
        CheckCount(count, nameof(Near));
        CheckDistance(distance, nameof(Near));
        var codes = codec.Around(codec.Encode([smiles], nameof(Near)), count, distance, seed);
        return codec.Decode(codes, Checked(options, nameof(Near)), seed);
    }

    /// <summary>
    /// Searches the latent space for molecules with a property: a ridge regression over sampled codes estimates how the property
    /// depends on the code, and codes are moved along its gradient until the decoded molecules have the value, or the rounds are
    /// used up (the idea of Gómez-Bombarelli et al. 2018, with this regression in place of their property network).
    /// </summary>
    /// <param name="target">The property and its target value.</param>
    /// <param name="count">The number of molecules, 1 or more; all are different.</param>
    /// <param name="seed">The same seed finds the same molecules.</param>
    /// <param name="near">The molecule around which the search starts; null starts from the prior.</param>
    /// <param name="distance">The distance from the molecule, as for <see cref="Near"/>.</param>
    /// <returns>The closest molecules found, the closest first; fewer than <paramref name="count"/> only if fewer were found.</returns>
    /// <exception cref="SmilesException"><paramref name="near"/> is not a molecule.</exception>
    /// <exception cref="InputException">
    /// The target value is impossible, or <paramref name="near"/> is too long or has a token outside the model's vocabulary.
    /// </exception>
    public IReadOnlyList<GeneratedMolecule> Towards(MoleculeTarget target, int count, long seed, string? near = null, double distance = 0.5)
    {
        using var use = lifetime.Enter();
        CheckCount(count, nameof(Towards));
        CheckDistance(distance, nameof(Towards));
        if (target.IsFaulty)
            throw new InputException(
                "The target value is impossible.", nameof(Towards), nameof(target), "a whole number of at least 0, or a share from 0 to 1",
                $"{target}", "choose another value.");
        var centre = near is null ? null : codec.Encode([near], nameof(Towards));
        return new PropertySearch(codec, target, centre, distance, seed).Find(count);
    }

    /// <summary>Releases the model after running calls finish; later calls throw.</summary>
    public void Dispose() => lifetime.Dispose();

    private static void CheckCount(int count, string operation)
    {
        if (count < 1)
            throw new InputException(
                "The number of molecules is out of range.", operation, nameof(count), "1 or more", $"{count}",
                "ask for at least one molecule.");
    }

    private static void CheckDistance(double distance, string operation)
    {
        if (!double.IsFinite(distance) || distance < 0)
            throw new InputException(
                "The distance is out of range.", operation, nameof(distance), "a number, 0 or more",
                distance.ToString(CultureInfo.InvariantCulture), "use 0.5, half of the prior's standard deviation.");
    }

    private static GenerationOptions Checked(GenerationOptions? options, string operation)
    {
        options ??= new();
        if (options.Retries < 0)
            throw new InputException(
                "The number of retries is out of range.", operation, nameof(options.Retries), "0 or more", $"{options.Retries}", "use 4.");
        if (!double.IsFinite(options.Temperature) || options.Temperature < 0)
            throw new InputException(
                "The temperature is out of range.", operation, nameof(options.Temperature), "a number, 0 or more",
                options.Temperature.ToString(CultureInfo.InvariantCulture), "use 1 for the model's own distribution.");
        return options;
    }
}
