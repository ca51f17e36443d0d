namespace Latent.Data;

/// <summary>How far the transfer of one file has come.</summary>
/// <param name="DataSet">Name of the data set in the catalogue.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Source">Where it comes from, as people read it.</param>
/// <param name="Bytes">Bytes that have arrived so far, those of an interrupted transfer included.</param>
/// <param name="TotalBytes">Bytes in all, or null where the source does not say.</param>
public readonly record struct DownloadProgress(string DataSet, string File, string Source, long Bytes, long? TotalBytes);
