import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes out, in the first of the jars named, what javac leaves to be made at run time: the tests
 * of switches over types, and the equality, hash codes and texts of records.
 *
 * <p>The JVM's cache of loaded classes keeps lambdas, but not these: each switch makes a class of
 * its own when it is first run. The other jars are only looked at.
 */
final class DirectCode {
  private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc BUILDER = ClassDesc.of("java.lang.StringBuilder");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final int SYNTHETIC = ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

  /** A method that takes the place of what would be linked at run time. */
  private record Direct(String name, MethodTypeDesc type, InvokeDynamicInstruction instead) {}

  private DirectCode() {}

  public static void main(String[] names) throws IOException {
    List<JarFile> jars = new ArrayList<>();
    for (String name : names) {
      jars.add(new JarFile(name));
    }
    Path aside = Path.of(names[0] + ".new");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(aside))) {
      ClassFile classes = classFile(jars);
      JarFile file = jars.getFirst();
      for (JarEntry entry : Collections.list(file.entries())) {
        byte[] bytes = file.getInputStream(entry).readAllBytes();
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        out.write(entry.getName().endsWith(".class") ? direct(classes, bytes) : bytes);
        out.closeEntry();
      }
    }
    Path jar = Path.of(names[0]);
    Files.move(aside, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Stack maps name the common superclass of two types, so all classes must be found. */
  private static ClassFile classFile(List<JarFile> jars) {
    return ClassFile.of(
        ClassFile.ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(type -> open(jars, type))
                .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  private static InputStream open(List<JarFile> jars, ClassDesc type) {
    String descriptor = type.descriptorString();
    String path = descriptor.substring(1, descriptor.length() - 1) + ".class";
    try {
      for (JarFile jar : jars) {
        JarEntry entry = jar.getJarEntry(path);
        if (entry != null) {
          return jar.getInputStream(entry);
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] direct(ClassFile classes, byte[] bytes) {
    ClassModel model = classes.parse(bytes);
    List<Direct> made = new ArrayList<>();
    ClassTransform bodies =
        ClassTransform.transformingMethodBodies(
            DirectCode::isConcerned,
            (code, it) -> {
              if (it instanceof InvokeDynamicInstruction call && isReplaced(call)) {
                String name = call.name().stringValue() + "$direct" + made.size();
                made.add(new Direct(name, call.typeSymbol(), call));
                code.invokestatic(
                    model.thisClass().asSymbol(), name, call.typeSymbol(), isInterface(model));
              } else {
                code.with(it);
              }
            });
    ClassTransform methods = ClassTransform.endHandler(type -> made.forEach(it -> add(type, it)));
    byte[] result = classes.transformClass(model, bodies.andThen(methods));
    return made.isEmpty() ? bytes : result;
  }

  private static boolean isInterface(ClassModel model) {
    return model.flags().has(AccessFlag.INTERFACE);
  }

  private static boolean isConcerned(MethodModel method) {
    return method.code().stream()
        .flatMap(it -> it.elementStream())
        .anyMatch(it -> it instanceof InvokeDynamicInstruction call && isReplaced(call));
  }

  private static boolean isReplaced(InvokeDynamicInstruction call) {
    DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
    if (bootstrap.owner().equals(SWITCHES) && bootstrap.methodName().equals("typeSwitch")) {
      return call.bootstrapArgs().stream().allMatch(it -> it instanceof ClassDesc)
          || isCertain(call);
    }
    return bootstrap.owner().equals(RECORDS);
  }

  /** A component of a primitive type is an instance of each label that names this very type. */
  private static boolean isCertain(InvokeDynamicInstruction call) {
    ClassDesc type = call.typeSymbol().parameterType(0);
    return type.isPrimitive()
        && call.bootstrapArgs().stream()
            .allMatch(
                it ->
                    it instanceof DynamicConstantDesc<?> label
                        && label.bootstrapMethod().equals(ConstantDescs.BSM_PRIMITIVE_CLASS)
                        && label.constantName().equals(type.descriptorString()));
  }

  private static void add(ClassBuilder type, Direct direct) {
    type.withMethodBody(
        direct.name(),
        direct.type(),
        SYNTHETIC | ClassFile.ACC_PRIVATE,
        code -> {
          List<ConstantDesc> arguments = direct.instead().bootstrapArgs();
          switch (direct.instead().name().stringValue()) {
            case "equals" -> equality(code, direct.type().parameterType(0), arguments);
            case "toString" -> text(code, direct.type().parameterType(0), arguments);
            case "hashCode" -> hash(code, direct.type().parameterType(0), arguments);
            default -> {
              if (isCertain(direct.instead())) {
                code.iload(TypeKind.from(direct.type().parameterType(0)).slotSize()).ireturn();
              } else {
                typeSwitch(code, arguments);
              }
            }
          }
        });
  }

  /** Which label is the first, from a given one on, that the value is an instance of. */
  private static void typeSwitch(CodeBuilder code, List<ConstantDesc> labels) {
    Label notNull = code.newLabel();
    code.aload(0).ifnonnull(notNull).iconst_m1().ireturn().labelBinding(notNull);
    List<Label> tests = labels.stream().map(_ -> code.newLabel()).toList();
    Label none = code.newLabel();
    if (labels.size() > 1) {
      List<SwitchCase> cases = new ArrayList<>();
      for (int i = 1; i < labels.size(); i++) {
        cases.add(SwitchCase.of(i, tests.get(i)));
      }
      cases.add(SwitchCase.of(labels.size(), none));
      code.iload(1).tableswitch(tests.getFirst(), cases);
    } else {
      code.iload(1).ifne(none);
    }
    for (int i = 0; i < labels.size(); i++) {
      Label next = i + 1 < labels.size() ? tests.get(i + 1) : none;
      code.labelBinding(tests.get(i));
      code.aload(0).instanceOf((ClassDesc) labels.get(i)).ifeq(next).loadConstant(i).ireturn();
    }
    code.labelBinding(none).loadConstant(labels.size()).ireturn();
  }

  private static List<DirectMethodHandleDesc> fields(List<ConstantDesc> arguments) {
    return arguments.stream()
        .filter(DirectMethodHandleDesc.class::isInstance)
        .map(DirectMethodHandleDesc.class::cast)
        .toList();
  }

  private static void equality(CodeBuilder code, ClassDesc type, List<ConstantDesc> arguments) {
    Label same = code.newLabel();
    Label different = code.newLabel();
    code.aload(0).aload(1).if_acmpeq(same);
    code.aload(1).instanceOf(type).ifeq(different);
    code.aload(1).checkcast(type).astore(2);
    for (DirectMethodHandleDesc field : fields(arguments)) {
      ClassDesc component = field.invocationType().returnType();
      code.aload(0).getfield(type, field.methodName(), component);
      code.aload(2).getfield(type, field.methodName(), component);
      switch (TypeKind.from(component)) {
        case BOOLEAN, BYTE, CHAR, SHORT, INT -> code.if_icmpne(different);
        case LONG -> code.lcmp().ifne(different);
        case FLOAT, DOUBLE ->
            code.invokestatic(
                    boxed(component),
                    "compare",
                    MethodTypeDesc.of(ConstantDescs.CD_int, component, component))
                .ifne(different);
        case REFERENCE ->
            code.invokestatic(
                    OBJECTS,
                    "equals",
                    MethodTypeDesc.of(
                        ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object))
                .ifeq(different);
        case VOID -> throw new IllegalStateException(field.toString());
      }
    }
    code.labelBinding(same).iconst_1().ireturn();
    code.labelBinding(different).iconst_0().ireturn();
  }

  private static void hash(CodeBuilder code, ClassDesc type, List<ConstantDesc> arguments) {
    code.iconst_0();
    for (DirectMethodHandleDesc field : fields(arguments)) {
      ClassDesc component = field.invocationType().returnType();
      code.bipush(31).imul();
      code.aload(0).getfield(type, field.methodName(), component);
      boolean reference = TypeKind.from(component) == TypeKind.REFERENCE;
      code.invokestatic(
          reference ? OBJECTS : boxed(component),
          "hashCode",
          MethodTypeDesc.of(
              ConstantDescs.CD_int, reference ? ConstantDescs.CD_Object : component));
      code.iadd();
    }
    code.ireturn();
  }

  private static void text(CodeBuilder code, ClassDesc type, List<ConstantDesc> arguments) {
    code.new_(BUILDER).dup().invokespecial(BUILDER, "<init>", ConstantDescs.MTD_void);
    code.loadConstant(type);
    code.invokevirtual(
        ConstantDescs.CD_Class, "getSimpleName", MethodTypeDesc.of(ConstantDescs.CD_String));
    append(code, ConstantDescs.CD_String);
    String before = "[";
    for (DirectMethodHandleDesc field : fields(arguments)) {
      code.loadConstant(before + field.methodName() + "=");
      append(code, ConstantDescs.CD_String);
      ClassDesc component = field.invocationType().returnType();
      code.aload(0).getfield(type, field.methodName(), component);
      append(
          code,
          switch (TypeKind.from(component)) {
            case BYTE, SHORT -> ConstantDescs.CD_int;
            case REFERENCE -> ConstantDescs.CD_Object;
            case BOOLEAN, CHAR, INT, LONG, FLOAT, DOUBLE, VOID -> component;
          });
      before = ", ";
    }
    code.loadConstant(before.equals("[") ? "[]" : "]");
    append(code, ConstantDescs.CD_String);
    code.invokevirtual(BUILDER, "toString", MethodTypeDesc.of(ConstantDescs.CD_String)).areturn();
  }

  private static void append(CodeBuilder code, ClassDesc type) {
    code.invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, type));
  }

  private static ClassDesc boxed(ClassDesc primitive) {
    return switch (TypeKind.from(primitive)) {
      case BOOLEAN -> ConstantDescs.CD_Boolean;
      case BYTE -> ConstantDescs.CD_Byte;
      case CHAR -> ConstantDescs.CD_Character;
      case SHORT -> ConstantDescs.CD_Short;
      case INT -> ConstantDescs.CD_Integer;
      case LONG -> ConstantDescs.CD_Long;
      case FLOAT -> ConstantDescs.CD_Float;
      case DOUBLE -> ConstantDescs.CD_Double;
      case REFERENCE, VOID -> throw new IllegalStateException(primitive.toString());
    };
  }
}
