namespace Latent.Imaging;

/// <summary>
/// An image cannot be read, written or drawn. The message states the problem, where it is, what was expected, what was
/// received and the fix, one per line.
/// </summary>
public sealed class ImageException : Exception
{
    internal ImageException(string problem, string where, string expected, string received, string fix, Exception? inner = null)
        : base($"{problem}\nWhere: {where}\nExpected: {expected}\nReceived: {received}\nFix: {fix}", inner) =>
        Where = where;

    /// <summary>The file or folder, or the argument when no file is involved.</summary>
    public string Where { get; }
}
