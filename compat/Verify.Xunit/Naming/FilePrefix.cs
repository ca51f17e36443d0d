using System.Collections.Concurrent;
using System.Text;

namespace VerifyTests;

/// <summary>The part of a file's name before <c>.received.</c> and <c>.verified.</c>.</summary>
internal sealed record FilePrefix(string Received, string Verified)
{
    private static readonly ConcurrentDictionary<string, bool> Used = new();

    public static FilePrefix Of(TestCase test, VerifySettings settings)
    {
        if (settings.FileName is { } name)
            return new FilePrefix(name, name);

        var typeAndMethod = $"{test.TypeName(settings)}.{test.MethodName(settings)}";
        var parameters = ParameterText(test, settings);
        return new FilePrefix(typeAndMethod + parameters, typeAndMethod + parameters);
    }

    public static void ThrowIfUsed(string prefix)
    {
        if (Used.TryAdd(prefix, true))
            return;

        throw new Exception(
            $"""
            The prefix has already been used: {prefix}. This is mostly caused one of the following:

             * A conflicting combination of the following APIs:
               * The static `VerifierSettings.DerivePathInfo()`
               * The fluent APIs `Verify(...).UseDirectory()`, `Verify(...).UseTypeName()`, or `Verify(...).UseMethodName()`
               * The instance `VerifySettings` APIs `settings.UseDirectory()`, `settings.UseTypeName()`, or `settings.UseMethodName()`
             * Multiple calls to Verify or Throws in the same test method

            If that's not the case, and having multiple identical prefixes is acceptable, then call `VerifierSettings.DisableRequireUniquePrefix()` to disable this uniqueness validation.
            """);
    }

    private static string ParameterText(TestCase test, VerifySettings settings)
    {
        if (settings.ParametersText is { } text)
            return $"_{text}";
        if (settings.Parameters is not { } values || test.ParameterNames.Count == 0)
            return "";
        if (values.Length > test.ParameterNames.Count)
            throw new Exception($"The number of passed in parameters ({values.Length}) must not exceed the number of parameters for the method ({test.ParameterNames.Count}).");

        var builder = new StringBuilder();
        foreach (var (name, value) in test.ParameterNames.Zip(values))
        {
            builder.Append('_').Append(name).Append('=');
            ParameterName.Append(value, builder, isRoot: true);
        }

        return builder.ToString();
    }
}
