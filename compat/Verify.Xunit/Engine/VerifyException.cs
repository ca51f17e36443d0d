/// <summary>A result differs from what was accepted; its stack trace would only show this library.</summary>
internal sealed class VerifyException(string message) : Exception(message)
{
    public override string StackTrace => "";
}
