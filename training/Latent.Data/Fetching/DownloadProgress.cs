namespace Latent.Data;

/// <summary>The transfer progress of one file.</summary>
/// <param name="DataSet">Name of the data set in the catalogue.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Source">Display name of the source.</param>
/// <param name="Bytes">Bytes received so far, including those of an interrupted transfer.</param>
/// <param name="TotalBytes">Total bytes, or null if the source does not report them.</param>
public readonly record struct DownloadProgress(string DataSet, string File, string Source, long Bytes, long? TotalBytes);
