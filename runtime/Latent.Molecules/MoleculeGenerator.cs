using System.Globalization;
using Latent.Bundles;
using Latent.Runtime;
using Latent.Sequences;

namespace Latent.Molecules;

/// <summary>
/// Writes molecules: drawn from the prior of a sequence model of SMILES strings, near a given one, or towards a property.
/// Verbs may be called from many threads at once; disposing while calls run is safe.
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

    /// <summary>What the bundle says about the model.</summary>
    public BundleManifest Manifest => codec.Bundle.Manifest;

    /// <summary>Values in one code.</summary>
    public int LatentSize => codec.LatentSize;

    /// <summary>The tokens that the model knows.</summary>
    public TokenVocabulary Vocabulary => codec.Vocabulary;

    /// <summary>Loads a bundle.</summary>
    /// <param name="path">The bundle's folder.</param>
    /// <param name="options">Device and threads. Default: as <see cref="RuntimeOptions"/>.</param>
    /// <exception cref="BundleException">The bundle is missing or damaged, or is no sequence model of SMILES strings.</exception>
    /// <exception cref="DeviceException">The device cannot be used.</exception>
    public static MoleculeGenerator Load(string path, RuntimeOptions? options = null) => new(MoleculeCodec.Load(path, options));

    /// <summary>The codes of molecules: the mean, never a draw.</summary>
    /// <param name="smiles">SMILES strings, one or more.</param>
    /// <returns><c>[n, LatentSize]</c>.</returns>
    /// <exception cref="SmilesException">A string is not a molecule.</exception>
    /// <exception cref="InputException">A string is too long, or has a token that the model does not know.</exception>
    public float[] Encode(params IReadOnlyList<string> smiles)
    {
        using var use = lifetime.Enter();
        return codec.Encode(smiles, nameof(Encode));
    }

    /// <summary>Writes one string for each code.</summary>
    /// <param name="codes"><c>[n, LatentSize]</c>.</param>
    /// <param name="options">Whether the strings are guided, and how varied they are.</param>
    /// <param name="seed">The same seed writes the same strings.</param>
    public IReadOnlyList<GeneratedMolecule> Decode(ReadOnlySpan<float> codes, GenerationOptions? options = null, long seed = 0)
    {
        using var use = lifetime.Enter();
        RowArguments.CountRows(codes, LatentSize, nameof(Decode), nameof(codes));
        return codec.Decode(codes.ToArray(), Checked(options, nameof(Decode)), seed);
    }

    /// <summary>Draws codes from the prior and writes a string for each.</summary>
    /// <param name="count">How many, 1 or more.</param>
    /// <param name="seed">The same seed draws the same codes on every machine.</param>
    /// <param name="options">Whether the strings are guided, and how varied they are.</param>
    public IReadOnlyList<GeneratedMolecule> Sample(int count, long seed, GenerationOptions? options = null)
    {
        using var use = lifetime.Enter();
        CheckCount(count, nameof(Sample));
        return codec.Decode(codec.Prior(count, seed), Checked(options, nameof(Sample)), seed);
    }

    /// <summary>Draws codes around that of a molecule and writes a string for each.</summary>
    /// <param name="smiles">The molecule.</param>
    /// <param name="count">How many, 1 or more.</param>
    /// <param name="seed">The same seed draws the same codes on every machine.</param>
    /// <param name="distance">Deviation of each number of a code from that of the molecule, 0 or more; the prior's is 1. Default: 0.5.</param>
    /// <param name="options">Whether the strings are guided, and how varied they are.</param>
    /// <exception cref="SmilesException">The string is not a molecule.</exception>
    /// <exception cref="InputException">The string is too long, or has a token that the model does not know.</exception>
    public IReadOnlyList<GeneratedMolecule> Near(string smiles, int count, long seed, double distance = 0.5, GenerationOptions? options = null)
    {
        using var use = lifetime.Enter();
        CheckCount(count, nameof(Near));
        CheckDistance(distance, nameof(Near));
        var codes = codec.Around(codec.Encode([smiles], nameof(Near)), count, distance, seed);
        return codec.Decode(codes, Checked(options, nameof(Near)), seed);
    }

    /// <summary>
    /// Searches the codes for molecules with a property: those of drawn codes tell how the property depends on the code (a
    /// ridge regression), and codes are moved along it until what is written has the value, or the rounds are over (the idea of
    /// Gómez-Bombarelli et al. 2018, whose property network is this regression).
    /// </summary>
    /// <param name="target">The property and its value.</param>
    /// <param name="count">How many molecules, 1 or more; all are different.</param>
    /// <param name="seed">The same seed finds the same molecules.</param>
    /// <param name="near">A molecule around which the search begins; the prior where null.</param>
    /// <param name="distance">How far around it, as for <see cref="Near"/>.</param>
    /// <returns>The closest ones that were found, the closest first; fewer than asked for only where fewer were found.</returns>
    /// <exception cref="SmilesException"><paramref name="near"/> is not a molecule.</exception>
    /// <exception cref="InputException">The target is no possible value, or <paramref name="near"/> is too long or has a token that the model does not know.</exception>
    public IReadOnlyList<GeneratedMolecule> Towards(MoleculeTarget target, int count, long seed, string? near = null, double distance = 0.5)
    {
        using var use = lifetime.Enter();
        CheckCount(count, nameof(Towards));
        CheckDistance(distance, nameof(Towards));
        if (target.IsFaulty)
            throw new InputException("No molecule has this value.", nameof(Towards), nameof(target), "a whole number of at least 0, or a share from 0 to 1", $"{target}", "ask for another value.");
        var centre = near is null ? null : codec.Encode([near], nameof(Towards));
        return new PropertySearch(codec, target, centre, distance, seed).Find(count);
    }

    /// <summary>Releases the model once the calls in flight are done.</summary>
    public void Dispose() => lifetime.Dispose();

    private static void CheckCount(int count, string operation)
    {
        if (count < 1)
            throw new InputException("There is nothing to write.", operation, nameof(count), "1 or more", $"{count}", "ask for at least one molecule.");
    }

    private static void CheckDistance(double distance, string operation)
    {
        if (!double.IsFinite(distance) || distance < 0)
            throw new InputException("The distance is none.", operation, nameof(distance), "a number, 0 or more", distance.ToString(CultureInfo.InvariantCulture), "use 0.5, half of the prior's deviation.");
    }

    private static GenerationOptions Checked(GenerationOptions? options, string operation)
    {
        options ??= new();
        if (options.Retries < 0)
            throw new InputException("The number of retries is none.", operation, nameof(options.Retries), "0 or more", $"{options.Retries}", "use 4.");
        if (!double.IsFinite(options.Temperature) || options.Temperature < 0)
            throw new InputException("The temperature is none.", operation, nameof(options.Temperature), "a number, 0 or more", options.Temperature.ToString(CultureInfo.InvariantCulture), "use 1 for the model as it is.");
        return options;
    }
}
