namespace Latent.Training.Data;

/// <summary>Data that cannot be found, read or trusted. The message says what is wrong, where, what was expected, what was received and what to do.</summary>
public sealed class DataException : Exception
{
    /// <summary>Makes an exception whose message is put together from its parts.</summary>
    /// <param name="what">What is wrong, without a full stop at its end.</param>
    /// <param name="where">File, and position in it, or name of the data set.</param>
    /// <param name="expected">What a correct input would have had.</param>
    /// <param name="received">What was there instead.</param>
    /// <param name="cure">What the reader can do about it, a whole sentence.</param>
    /// <param name="inner">The error underneath, if any.</param>
    public DataException(
        string what, string? where = null, string? expected = null, string? received = null, string? cure = null, Exception? inner = null)
        : base(Compose(what, where, expected, received, cure), inner)
    {
        What = what;
        Where = where;
        Expected = expected;
        Received = received;
        Cure = cure;
    }

    /// <summary>What is wrong.</summary>
    public string What { get; }

    /// <summary>File, and position in it, or name of the data set; null where there is no place to name.</summary>
    public string? Where { get; }

    /// <summary>What a correct input would have had, or null.</summary>
    public string? Expected { get; }

    /// <summary>What was there instead, or null.</summary>
    public string? Received { get; }

    /// <summary>What the reader can do about it, or null.</summary>
    public string? Cure { get; }

    private static string Compose(string what, string? where, string? expected, string? received, string? cure)
    {
        var message = where is null ? $"{what}." : $"{where}: {what}.";
        message += expected is null ? "" : $" Expected: {expected}.";
        message += received is null ? "" : $" Received: {received}.";
        return cure is null ? message : $"{message} {cure}";
    }
}
