namespace Latent.Data;

/// <summary>A source cannot give the files; the message, without full stop, says why. The next source is asked.</summary>
internal sealed class SourceException(string reason, Exception? inner = null) : Exception(reason, inner)
{
    /// <summary>True where the source was never meant to have the files; worth a word only if no other source has them.</summary>
    public bool IsExpected { get; init; }
}
