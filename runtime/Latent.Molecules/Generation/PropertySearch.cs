namespace Latent.Molecules;

/// <summary>Moves codes until the molecules decoded from them have a property.</summary>
/// <param name="codec">Decodes molecules from codes.</param>
/// <param name="target">The property and its target value.</param>
/// <param name="centre">The code around which the search starts; null starts from the prior.</param>
/// <param name="distance">The standard deviation around the code.</param>
/// <param name="seed">The random seed of the search.</param>
internal sealed class PropertySearch(MoleculeCodec codec, MoleculeTarget target, float[]? centre, double distance, long seed)
{
    private const int MinFirst = 128;
    private const int Rounds = 10;

    // The ridge penalty on the regression weights.
    private const double Penalty = 10;

    // The standard deviation of the noise added to each moved code.
    private const double Noise = 0.2;

    // The maximum Euclidean length of a step in the latent space.
    private const double MaxStepLength = 4;

    private static readonly GenerationOptions Typical = new() { Temperature = 0.5 };

    private readonly List<float[]> codes = [];
    private readonly List<double> values = [];
    private readonly Dictionary<string, (GeneratedMolecule Molecule, float[] Code)> found = [];

    /// <summary>Finds the molecules closest to the target, the closest first.</summary>
    public IReadOnlyList<GeneratedMolecule> Find(int count)
    {
        var first = Math.Max(MinFirst, 2 * count);
        Add(centre is null ? codec.Prior(first, seed) : codec.Around(centre, first, distance, seed), seed);
        for (var round = 1; round <= Rounds && !IsDone(count); round++)
            Add(Moved(count, round), seed + (round * 1000L));
        return [.. Closest(count).Select(entry => entry.Molecule)];
    }

    private bool IsDone(int count) => found.Values.Count(entry => target.Distance(entry.Molecule.Molecule!) <= target.Tolerance) >= count;

    private IEnumerable<(GeneratedMolecule Molecule, float[] Code)> Closest(int count) =>
        found.OrderBy(entry => target.Distance(entry.Value.Molecule.Molecule!)).ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => entry.Value)
            .Take(count);

    // Moves each of the best codes so far to where the regression over all decoded molecules predicts the target value.
    private float[] Moved(int count, int round)
    {
        if (codes.Count == 0)
            return codec.Prior(MinFirst, seed + round);
        var (weights, _) = RidgeRegression.Fit(codes, values, codec.LatentSize, Penalty);
        var slope = Math.Max(weights.Sum(weight => weight * weight), 1e-12);
        var best = Closest(Math.Max(count, MinFirst / 2)).ToArray();
        var moved = codec.Prior(best.Length, seed + round);
        for (var n = 0; n < best.Length; n++)
        {
            var step = (target.Value - target.Measure(best[n].Molecule.Molecule!)) / slope;
            var length = Math.Abs(step) * Math.Sqrt(slope);
            step *= length > MaxStepLength ? MaxStepLength / length : 1;
            for (var i = 0; i < codec.LatentSize; i++)
            {
                ref var value = ref moved[(n * codec.LatentSize) + i];
                value = (float)(best[n].Code[i] + (step * weights[i]) + (Noise * value));
            }
        }
        return moved;
    }

    private void Add(float[] sampled, long tokenSeed)
    {
        var written = codec.Decode(sampled, Typical, tokenSeed);
        for (var n = 0; n < written.Length; n++)
        {
            if (written[n].Molecule is not { } molecule)
                continue;
            var code = sampled.AsSpan(n * codec.LatentSize, codec.LatentSize).ToArray();
            codes.Add(code);
            values.Add(target.Measure(molecule));
            found.TryAdd(molecule.Key, (written[n], code));
        }
    }
}
