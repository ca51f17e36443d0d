using System.Reflection;

namespace VerifyTests;

/// <summary>Returns the location of a test's files.</summary>
public delegate PathInfo DerivePathInfo(string sourceFile, string projectDirectory, Type type, MethodInfo method);

/// <summary>The folder and the parts of a test's file names; null for the default.</summary>
public sealed record PathInfo(string? Directory = null, string? TypeName = null, string? MethodName = null);

/// <summary>Settings of all tests.</summary>
public static class VerifierSettings
{
    internal static bool AutoVerifies { get; private set; }

    /// <summary>Accepts every result, new or changed, as verified.</summary>
    public static void AutoVerify() => AutoVerifies = true;
}

/// <summary>The result of a comparison; a message, if any, replaces both texts in the failure.</summary>
public readonly record struct CompareResult(bool IsEqual, string? Message)
{
    public static CompareResult Equal => new(true, null);

    public static CompareResult NotEqual(string? message = null) => new(false, message);
}

/// <summary>A text differs from the accepted one.</summary>
internal sealed class VerifyException(string message) : Exception(message);
