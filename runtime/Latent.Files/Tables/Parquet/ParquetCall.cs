namespace Latent.Files;

/// <summary>
/// Calls the Parquet library, which is asynchronous and throws many types of exceptions for corrupt files: wrong counts even give an
/// <see cref="OutOfMemoryException"/>.
/// </summary>
internal static class ParquetCall
{
    /// <exception cref="DataException">The file is corrupt, or not a Parquet file.</exception>
    public static T Run<T>(string path, Func<Task<T>> call)
    {
        try
        {
            // On a thread of the pool: the caller may have a synchronization context.
            return Task.Run(call).GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is not DataException)
        {
            throw new DataException(
                "This is not a Parquet file, or it is corrupt.", path, received: error.Message.TrimEnd('.'),
                fix: "Fetch or copy it again.", inner: error);
        }
    }
}
