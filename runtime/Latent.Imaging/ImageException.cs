namespace Latent.Imaging;

/// <summary>
/// A picture cannot be read, written or drawn. The message says what is wrong, where, what was expected, what was
/// received and how to cure it, one a line.
/// </summary>
public sealed class ImageException : Exception
{
    internal ImageException(string problem, string where, string expected, string received, string fix, Exception? inner = null)
        : base($"{problem}\nWhere: {where}\nExpected: {expected}\nReceived: {received}\nFix: {fix}", inner) =>
        Where = where;

    /// <summary>The file or folder, or the argument when no file is concerned.</summary>
    public string Where { get; }
}
