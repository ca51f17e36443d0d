using Latent.Files;

namespace Latent.Cli;

/// <summary>
/// Writes rows in the format of the output path. Every file appears complete or not at all, and no input is overwritten.
/// </summary>
/// <param name="call">The call that the rows belong to.</param>
/// <param name="inputs">The input files of the call; null if it reads no rows.</param>
internal sealed class RowWriter(Invocation call, InputFiles? inputs = null)
{
    /// <returns>The number of rows written; less than the number of rows in the table only if they do not fit on a sheet.</returns>
    /// <exception cref="UsageException">An output file is one of the inputs.</exception>
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
                TableFile.Write(output.Path, table.Columns, table.Values);
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
