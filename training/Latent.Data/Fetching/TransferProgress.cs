namespace Latent.Data;

/// <summary>Reports the transfer progress of one file.</summary>
internal sealed record TransferProgress(DataEnvironment Environment, string DataSet, string File, string Source, long? TotalBytes)
{
    public void Report(long bytes) => Environment.Progress?.Report(new(DataSet, File, Source, bytes, TotalBytes));
}
