namespace Latent.Onnx;

/// <summary>A model cannot be exported; the message says what, where, and the fix.</summary>
public class ExportException : Exception
{
    /// <summary>An error with its message.</summary>
    public ExportException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its message and what caused it.</summary>
    public ExportException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
