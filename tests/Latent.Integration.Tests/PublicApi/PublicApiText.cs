using System.Reflection;

namespace Latent.Integration.Tests;

/// <summary>Formats the public API of an assembly, one declaration per line, sorted.</summary>
internal static class PublicApiText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    public static string Format(Assembly assembly) =>
        string.Join(
            "\n",
            assembly.GetExportedTypes().OrderBy(
                type => $"{type.Namespace}.{TypeNames.Format(type)}", StringComparer.Ordinal).Select(Format));

    private static string Format(Type type)
    {
        var text = new MemberText();
        var members = type.IsEnum
            ? Enum.GetNames(type).Select(name => $"{name} = {Enum.Format(type, Enum.Parse(type, name), "d")}")
            : typeof(Delegate).IsAssignableFrom(type) ? [text.Format(type.GetMethod("Invoke")!)!]
            : type.GetMembers(Declared).Select(text.Format).OfType<string>().Order(StringComparer.Ordinal);
        return
            $"{type.Namespace}: {Kind(type)} {TypeNames.Format(type)}{Bases(type)}\n" +
            $"{string.Concat(members.Select(member => $"    {member}\n"))}";
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => (type.IsByRefLike ? "ref " : "") + (IsRecord(type) ? "record struct" : "struct"),
        _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
        _ => (type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "")
            + (IsRecord(type) ? "record" : "class"),
    };

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", Declared) is not null;

    private static string Bases(Type type)
    {
        if (type.IsEnum || typeof(Delegate).IsAssignableFrom(type))
            return "";
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var bases = type.GetInterfaces().Except(inherited).Where(candidate => candidate.IsVisible).Select(TypeNames.Format)
            .Order(StringComparer.Ordinal);
        var all = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType)
            ? bases.Prepend(TypeNames.Format(parent))
            : bases;
        return all.Any() ? $" : {string.Join(", ", all)}" : "";
    }
}
