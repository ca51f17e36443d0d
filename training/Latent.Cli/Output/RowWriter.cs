using Latent.Data;

namespace Latent.Cli;

/// <summary>
/// Writes rows in the format that a path asks for. Every file appears whole or not at all, and none in the place of an input.
/// </summary>
/// <param name="call">The call that the rows belong to.</param>
/// <param name="inputs">What the call reads; null where it reads no rows.</param>
internal sealed class RowWriter(Invocation call, InputFiles? inputs = null)
{
    /// <returns>How many rows were written: fewer than there are only where they do not fit on a sheet.</returns>
    /// <exception cref="UsageException">A file to be written is one that is read.</exception>
    public int Write(OutputPath output, RowTable table)
    {
        foreach (var file in output.Kind == OutputKind.Folder ? ImageFiles.PathsOf(output.Path, table) : [output.Path])
            inputs?.RejectReplacement(file);

        switch (output.Kind)
        {
            case OutputKind.Npy:
                NpyFile.Write(output.Path, table.Values, [table.Count, .. table.RowShape]);
                break;
            case OutputKind.Csv:
                CsvTable.Write(output.Path, table.Columns, table.Values);
                break;
            case OutputKind.Sheet:
                return ImageSheet.Write(output.Path, table, call);
            default:
                ImageFiles.Write(output.Path, table);
                break;
        }
        return table.Count;
    }
}
