using Latent.Training.Data;

namespace Latent.Cli;

/// <summary>Writes rows in the format that a path asks for. Every file appears whole or not at all.</summary>
/// <param name="call">The call that the rows belong to.</param>
internal sealed class RowWriter(Invocation call)
{
    /// <returns>How many rows were written: fewer than there are only where they do not fit on a sheet.</returns>
    public int Write(OutputPath output, RowTable table)
    {
        switch (output.Kind)
        {
            case OutputKind.Npy:
                NpyFile.Write(output.Path, table.Values, [table.Count, .. table.RowShape]);
                break;
            case OutputKind.Csv:
                CsvTable.Write(output.Path, table.Columns, table.Values);
                break;
            case OutputKind.Sheet:
                return PictureSheet.Write(output.Path, table, call);
            default:
                PictureFiles.Write(output.Path, table);
                break;
        }
        return table.Count;
    }
}
