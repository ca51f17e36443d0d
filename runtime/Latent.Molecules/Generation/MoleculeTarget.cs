using System.Globalization;

namespace Latent.Molecules;

/// <summary>A property and its target value, such as <c>rings=3</c>.</summary>
/// <param name="Property">The property.</param>
/// <param name="Value">The target value: 0 or more; for a share at most 1.</param>
public readonly record struct MoleculeTarget(MoleculeProperty Property, double Value)
{
    // Half the change that one atom makes in a molecule of 25.
    private const double ShareTolerance = 0.02;

    private static readonly (string Name, MoleculeProperty Property)[] Names =
    [
        ("heavy-atoms", MoleculeProperty.HeavyAtoms), ("rings", MoleculeProperty.Rings), ("hetero-share", MoleculeProperty.HeteroShare),
    ];

    /// <summary>The names of the properties, as <see cref="Parse"/> reads them.</summary>
    public static IReadOnlyList<string> PropertyNames { get; } = [.. Names.Select(entry => entry.Name)];

    /// <summary>The allowed deviation from the value: 0.02 for a share, 0 for a count.</summary>
    public double Tolerance => Property == MoleculeProperty.HeteroShare ? ShareTolerance : 0;

    /// <summary>Parses a target such as <c>heavy-atoms=20</c>, <c>rings=3</c> or <c>hetero-share=0.25</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is not a target; the message lists the valid forms.</exception>
    public static MoleculeTarget Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('=', 2);
        var known = Array.FindIndex(Names, entry => entry.Name == parts[0]);
        if (known < 0 || parts.Length < 2 || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            || Faulty(Names[known].Property, value))
            throw new FormatException(
                $"A target is one of {string.Join(", ", PropertyNames.Select(name => name + "=VALUE"))}, with a whole number of at " +
                $"least 0, or a share from 0 to 1. Received: {text}.");
        return new(Names[known].Property, value);
    }

    /// <summary>Computes the property of a molecule.</summary>
    /// <param name="molecule">The molecule.</param>
    public double Measure(Molecule molecule)
    {
        ArgumentNullException.ThrowIfNull(molecule);
        return Property switch
        {
            MoleculeProperty.HeavyAtoms => molecule.HeavyAtoms,
            MoleculeProperty.Rings => molecule.Rings,
            _ => molecule.HeteroShare,
        };
    }

    /// <summary>Computes the absolute difference between a molecule's property and the target value.</summary>
    /// <param name="molecule">The molecule.</param>
    public double Distance(Molecule molecule) => Math.Abs(Measure(molecule) - Value);

    /// <inheritdoc/>
    public override string ToString()
    {
        var property = Property;
        return string.Create(CultureInfo.InvariantCulture, $"{Names.First(entry => entry.Property == property).Name}={Value:0.####}");
    }

    internal bool IsFaulty => Faulty(Property, Value);

    private static bool Faulty(MoleculeProperty property, double value) =>
        !(value >= 0 && double.IsFinite(value)) || (property == MoleculeProperty.HeteroShare ? value > 1 : value != Math.Floor(value));
}
