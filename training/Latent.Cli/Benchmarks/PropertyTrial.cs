using Latent.Molecules;

namespace Latent.Cli;

/// <summary>What a search for a property found.</summary>
/// <param name="Target">What was asked for.</param>
/// <param name="Got">The value of each molecule that was found.</param>
internal sealed record PropertyTrial(MoleculeTarget Target, IReadOnlyList<double> Got)
{
    /// <summary>The targets of the benchmark: from the edge of what the data has to its middle.</summary>
    public static IEnumerable<MoleculeTarget> Targets =>
    [
        .. new[] { 0.0, 1, 2, 3, 4, 5, 6 }.Select(value => new MoleculeTarget(MoleculeProperty.Rings, value)),
        .. new[] { 12.0, 16, 20, 24, 28, 32, 36 }.Select(value => new MoleculeTarget(MoleculeProperty.HeavyAtoms, value)),
        .. new[] { 0.1, 0.2, 0.3, 0.4, 0.5 }.Select(value => new MoleculeTarget(MoleculeProperty.HeteroShare, value)),
    ];

    /// <summary>The mean of what was found.</summary>
    public double Mean => Got.Average();

    /// <summary>The share that has the value, within the target's tolerance.</summary>
    public double Exact => Got.Count(value => Math.Abs(value - Target.Value) <= Target.Tolerance) / (double)Got.Count;

    /// <summary>Searches.</summary>
    public static PropertyTrial Run(MoleculeGenerator generator, MoleculeTarget target, int count, long seed) =>
        new(target, [.. generator.Towards(target, count, seed).Select(molecule => target.Measure(molecule.Molecule!))]);
}
