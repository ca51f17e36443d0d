using System.Globalization;

namespace Latent.Molecules;

/// <summary>Whether a SMILES string is a molecule; if not, why and where.</summary>
/// <param name="Fault">The kind of mistake; <see cref="SmilesFault.None"/> where there is none.</param>
/// <param name="Position">The character, from 0, at which it shows.</param>
/// <param name="Reason">What is wrong, in words; empty where nothing is.</param>
public readonly record struct SmilesVerdict(SmilesFault Fault, int Position, string Reason)
{
    /// <summary>The verdict on a molecule.</summary>
    public static SmilesVerdict Valid { get; } = new(SmilesFault.None, 0, "");

    /// <summary>Whether it is a molecule.</summary>
    public bool IsValid => Fault == SmilesFault.None;

    /// <inheritdoc/>
    public override string ToString() =>
        IsValid ? "valid" : string.Create(CultureInfo.InvariantCulture, $"character {Position + 1}: {Reason}");
}
