namespace Latent.Bundles;

/// <summary>One record of a table, field by field.</summary>
public interface ITableRecord
{
    /// <summary>Returns a field as text; empty if the value is missing.</summary>
    /// <param name="position">The position of the field in the record, from 0.</param>
    ReadOnlySpan<char> Field(int position);

    /// <summary>Reads a field as a finite number.</summary>
    /// <param name="position">The position of the field in the record, from 0.</param>
    /// <param name="value">The number.</param>
    /// <returns>False if the field is missing, or is not a finite number.</returns>
    bool TryNumber(int position, out float value);
}
