namespace Latent.Data;

/// <summary>Thrown when a source cannot provide the files; the message, without period, is the reason. The next source is tried.</summary>
internal sealed class SourceException(string reason, Exception? inner = null) : Exception(reason, inner)
{
    /// <summary>Whether the failure is expected, such as an unset local mirror; reported only if no other source has the files.</summary>
    public bool IsExpected { get; init; }
}
