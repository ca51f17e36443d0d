using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Latent.Integration.Tests;

/// <summary>Formats members as C# declarations.</summary>
internal sealed class MemberText
{
    private readonly NullabilityInfoContext nullability = new();

    /// <summary>Formats the declaration of a member; returns null if the member is not visible outside or compiler-generated.</summary>
    public string? Format(MemberInfo member) => member switch
    {
        FieldInfo field when IsVisible(field.Attributes) => Format(field),
        ConstructorInfo constructor when IsVisible(
            constructor.Attributes) => $"{Access(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor)})",
        PropertyInfo property when Accessor(property) is { } accessor && !IsGenerated(property) => Format(property, accessor),
        EventInfo { AddMethod: { } add } entry when IsVisible(
            add.Attributes) => $"{Access(add)}event {TypeNames.Format(entry.EventHandlerType!)} {entry.Name}",
        MethodInfo method when IsVisible(method.Attributes) && !IsGenerated(method) && IsDeclared(method) => Format(method),
        _ => null,
    };

    private static bool IsVisible(
        MethodAttributes attributes) => (attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static bool IsVisible(FieldAttributes attributes)
        => (attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private static bool IsGenerated(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool IsDeclared(MethodInfo method) => !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static MethodInfo? Accessor(PropertyInfo property)
        => property.GetAccessors(nonPublic: true).FirstOrDefault(accessor => IsVisible(accessor.Attributes));

    private static string Access(MethodBase method) =>
        (method.IsPublic ? "public " : "protected ")
        + (method.IsStatic ? "static " : "")
        + (method.DeclaringType!.IsInterface && !method.IsStatic ? "" : method switch
        {
            { IsAbstract: true } => "abstract ",
            MethodInfo { IsVirtual: true } own when own.GetBaseDefinition() != own => "override ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        });

    private string Format(FieldInfo field) => field.IsLiteral
        ? $"public const {TypeNames.Format(field.FieldType)} {field.Name} = {Value(field.GetRawConstantValue())}"
        : $"{(field.IsPublic ? "public " : "protected ")}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{TypeNames.Format(field.FieldType, nullability.Create(field))} {field.Name}";

    private string Format(PropertyInfo property, MethodInfo accessor)
    {
        var indices = property.GetIndexParameters();
        var name = indices.Length == 0 ? property.Name : $"this[{string.Join(", ", indices.Select(Parameter))}]";
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return
            $"{Access(accessor)}{required}{TypeNames.Format(property.PropertyType, nullability.Create(property))} " +
            $"{name} {{ {Accessors(property)}}}";
    }

    private static string Accessors(PropertyInfo property)
    {
        var get = property.GetMethod is { } getter && IsVisible(getter.Attributes) ? "get; " : "";
        if (property.SetMethod is not { } setter || !IsVisible(setter.Attributes))
            return get;
        return get + (setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; ");
    }

    private string Format(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeNames.Format))}>" : "";
        return
            $"{Access(method)}{TypeNames.Format(method.ReturnType, nullability.Create(method.ReturnParameter))} " +
            $"{method.Name}{generic}({Parameters(method)})";
    }

    private string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + string.Join(", ", method.GetParameters().Select(Parameter));

    private string Parameter(ParameterInfo parameter)
    {
        var passing = parameter switch
        {
            { IsOut: true } => "out ",
            { IsIn: true } => "in ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) => "params ",
            _ => "",
        };
        var type = TypeNames.Format(parameter.ParameterType, nullability.Create(parameter));
        return $"{passing}{(parameter.IsOut || parameter.IsIn ? type[4..] : type)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Value(parameter.DefaultValue)}" : "")}";
    }

    private static string Value(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
