using System.Reflection;

namespace Latent.Integration.Tests;

/// <summary>Formats types as in C#, without namespaces.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
    };

    /// <summary>Formats a type with its nullability annotations.</summary>
    public static string Format(Type type, NullabilityInfo nullability)
    {
        if (type.IsByRef)
            return "ref " + Format(type.GetElementType()!, nullability);
        var mark = nullability.ReadState == NullabilityState.Nullable && Nullable.GetUnderlyingType(type) is null ? "?" : "";
        if (type.IsArray)
            return $"{(nullability.ElementType is { } element ? Format(type.GetElementType()!, element) : Format(type.GetElementType()!))}[]{mark}";
        return type.IsGenericType && nullability.GenericTypeArguments.Length == type.GetGenericArguments().Length
            && Nullable.GetUnderlyingType(type) is null
            ? Generic(type, type.GetGenericArguments().Zip(nullability.GenericTypeArguments, Format)) + mark
            : Format(type) + mark;
    }

    /// <summary>Formats a type.</summary>
    public static string Format(Type type) => type switch
    {
        _ when Keywords.TryGetValue(type, out var keyword) => keyword,
        { IsArray: true } => Format(type.GetElementType()!) + "[]",
        { IsByRef: true } => "ref " + Format(type.GetElementType()!),
        { IsPointer: true } => Format(type.GetElementType()!) + "*",
        _ when Nullable.GetUnderlyingType(type) is { } value => Format(value) + "?",
        { IsGenericType: true } => Generic(type, type.GetGenericArguments().Select(Format)),
        { IsNested: true, IsGenericParameter: false } => $"{Format(type.DeclaringType!)}.{type.Name}",
        _ => type.Name,
    };

    private static string Generic(
        Type type,
        IEnumerable<string> arguments) => type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true
        ? $"({string.Join(", ", arguments)})"
        : $"{(type.IsNested ? Format(type.DeclaringType!) + "." : "")}{type.Name.Split('`')[0]}<{string.Join(", ", arguments)}>";
}
