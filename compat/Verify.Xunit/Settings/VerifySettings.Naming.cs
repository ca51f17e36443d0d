using System.Runtime.CompilerServices;

namespace VerifyTests;

public partial class VerifySettings
{
    public string? Directory { get; private set; }

    public bool HasParameters => Parameters is not null;

    internal string? TypeName { get; private set; }

    internal string? MethodName { get; private set; }

    internal string? FileName { get; private set; }

    internal string? ParametersText { get; private set; }

    internal object?[]? Parameters { get; private set; }

    internal bool UniquePrefixDisabled { get; private set; }

    /// <summary>Folder of the files, relative to the test's source file.</summary>
    public void UseDirectory(string directory)
    {
        Guards.BadDirectoryName(directory);
        Directory = directory;
    }

    public void UseTypeName(string name)
    {
        Guards.BadFileName(name);
        ThrowIfFileNameDefined();
        TypeName = name;
    }

    public void UseMethodName(string name)
    {
        Guards.BadFileName(name);
        ThrowIfFileNameDefined();
        MethodName = name;
    }

    /// <summary>Replaces type, method and parameters in the file's name.</summary>
    public void UseFileName(string fileName)
    {
        Guards.BadFileName(fileName);
        if (MethodName is not null || TypeName is not null)
            throw new Exception($"{nameof(UseFileName)} is not compatible with {nameof(UseMethodName)} or {nameof(UseTypeName)}.");
        FileName = fileName;
    }

    /// <summary>The arguments of a theory, for the file's name.</summary>
    public void UseParameters<T>(T parameter) => UseParameters(new object?[] { parameter });

    /// <inheritdoc cref="UseParameters{T}(T)"/>
    public void UseParameters<T>(T[] parameters) => UseParameters(new object?[] { parameters });

    /// <inheritdoc cref="UseParameters{T}(T)"/>
    public void UseParameters(params object?[] parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Length == 0)
            throw new ArgumentException("Value cannot be empty.", nameof(parameters));
        ThrowIfFileNameDefined();
        if (ParametersText is not null)
            throw new Exception($"{nameof(UseParameters)} is not compatible with {nameof(UseTextForParameters)}.");
        Parameters = parameters;
    }

    public void UseTextForParameters(string parametersText)
    {
        Guards.BadExtension(parametersText);
        if (Parameters is not null)
            throw new Exception($"{nameof(UseTextForParameters)} is not compatible with {nameof(UseParameters)}.");
        ParametersText = parametersText;
    }

    /// <summary>Lets several calls write the same file.</summary>
    public void DisableRequireUniquePrefix() => UniquePrefixDisabled = true;

    private void ThrowIfFileNameDefined([CallerMemberName] string caller = "")
    {
        if (FileName is not null)
            throw new Exception($"{caller} is not compatible with {nameof(UseFileName)}.");
    }
}
