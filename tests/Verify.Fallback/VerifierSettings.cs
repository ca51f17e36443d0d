using System.Reflection;

namespace VerifyTests;

/// <summary>Where a test's files lie.</summary>
public delegate PathInfo DerivePathInfo(string sourceFile, string projectDirectory, Type type, MethodInfo method);

/// <summary>The folder and the parts of a test's file names; null is the default.</summary>
public sealed record PathInfo(string? Directory = null, string? TypeName = null, string? MethodName = null);

/// <summary>Settings of all tests.</summary>
public static class VerifierSettings
{
    internal static bool AutoVerifies { get; private set; }

    /// <summary>Accepts every result, new or changed, as verified.</summary>
    public static void AutoVerify() => AutoVerifies = true;
}

/// <summary>What a comparer found; the message, where there is one, replaces both texts in the failure.</summary>
public readonly record struct CompareResult(bool IsEqual, string? Message)
{
    public static CompareResult Equal => new(true, null);

    public static CompareResult NotEqual(string? message = null) => new(false, message);
}

/// <summary>A text differs from the one that was accepted.</summary>
internal sealed class VerifyException(string message) : Exception(message);
