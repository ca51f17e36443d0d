using System.Globalization;

namespace Latent.Molecules;

/// <summary>Whether a SMILES string is a molecule; if not, the reason and position.</summary>
/// <param name="Fault">The kind of fault; <see cref="SmilesFault.None"/> if the string is valid.</param>
/// <param name="Position">The position of the fault, in characters from 0.</param>
/// <param name="Reason">A description of the fault; empty if the string is valid.</param>
public readonly record struct SmilesVerdict(SmilesFault Fault, int Position, string Reason)
{
    /// <summary>The verdict on a valid string.</summary>
    public static SmilesVerdict Valid { get; } = new(SmilesFault.None, 0, "");

    /// <summary>Whether the string is a molecule.</summary>
    public bool IsValid => Fault == SmilesFault.None;

    /// <inheritdoc/>
    public override string ToString() =>
        IsValid ? "valid" : string.Create(CultureInfo.InvariantCulture, $"character {Position + 1}: {Reason}");
}
